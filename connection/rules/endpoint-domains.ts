import { authorizationProvider, tokenProvider } from '../known-providers.js';
import { webUrl } from '../urls.js';
import type { ConnectionRule } from './rule.js';
import { registrableDomain } from './shared/registrable-domain.js';

export const endpointDomains: ConnectionRule = {
  level: 'info',
  demands: 'authorizationUrl and tokenUrl are of one registrable domain, or known to be of one provider.',
  remedy:
    'Make sure that both endpoints belong together, as with a large provider, or with a backend of the product that adds the secret.',
  check({ auth }) {
    const authorization = webUrl(auth.authorizationUrl ?? '')?.hostname;
    const token = webUrl(auth.tokenUrl ?? '')?.hostname;
    if (authorization === undefined || token === undefined || authorization === token) return [];
    const provider = authorizationProvider(auth);
    if (provider !== undefined && provider === tokenProvider(auth)) return [];
    const domain = registrableDomain(authorization);
    if (domain !== undefined && domain === registrableDomain(token)) return [];
    return [
      {
        path: ['auth', 'tokenUrl'],
        what: `is on ${token}, and authorizationUrl on ${authorization}`,
        why: 'codes that one provider issues would be shown to another party, unless both belong together',
        instead: 'Make sure that they do: a large provider, or a backend of the product that adds the secret',
      },
    ];
  },
};
