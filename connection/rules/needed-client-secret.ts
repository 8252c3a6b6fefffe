import { type KnownProvider, tokenProvider } from '../known-providers.js';
import type { ConnectionAuth } from '../subject.js';
import type { ConnectionRule } from './rule.js';
import { authenticates, usesRedirect } from './shared/client-secret.js';

export const neededClientSecret: ConnectionRule = {
  level: 'error',
  demands: 'A client of a provider whose token endpoint needs a secret is not public.',
  remedy:
    'Point tokenUrl to a backend of yours that adds the secret; if the product is that backend, write clientType: confidential.',
  clause: 'RFC 6749 §2.1 and §3.2.1',
  check({ auth }) {
    const provider = tokenProvider(auth);
    if (provider === undefined || !lacksNeededSecret(auth)) return [];
    const unless =
      provider.clientSecret === 'always' ? ', with PKCE or without' : ' unless the app uses PKCE';
    return [
      {
        path: ['auth', auth.clientType === undefined ? 'tokenUrl' : 'clientType'],
        what: `${auth.clientType === undefined ? 'is the token endpoint' : 'is public at a token endpoint'} of ${provider.name}, and this client has no secret`,
        why: `${provider.name} refuses token requests without one${unless}, so no login could be completed`,
        instead: instead(provider),
      },
    ];
  },
};

/** Whether every token request will be refused, whatever else is right or wrong about it. */
export function lacksNeededSecret(auth: ConnectionAuth): boolean {
  const needed = tokenProvider(auth)?.clientSecret;
  if (auth.type !== 'oauth' || needed === undefined || authenticates(auth) || !usesRedirect(auth))
    return false;
  const hasPkce = auth.pkce?.required === true || (auth.pkce?.methods ?? []).length > 0;
  return needed === 'always' || !hasPkce;
}

function instead({ clientAuthentication, clientSecret }: KnownProvider): string {
  const pkce = clientSecret === 'always' ? 'Point' : 'Declare pkce; or point';
  const method =
    clientAuthentication === undefined ? '' : ` and clientAuthentication: ${clientAuthentication[0]}`;
  return `${pkce} tokenUrl to a backend of yours that adds the secret; if the product is that backend, write clientType: confidential${method}`;
}
