import { tokenProvider } from '../known-providers.js';
import type { ConnectionRule } from './rule.js';

export const publicClientWithSecret: ConnectionRule = {
  level: 'warning',
  demands: 'A public client has no secret, and does not authenticate.',
  remedy:
    'Write clientType: confidential if a server of yours keeps the secret; else remove it and use PKCE.',
  clause: 'RFC 6749 §2.1, RFC 8252 §8.5',
  check({ auth }) {
    const { clientType, clientSecret, clientAuthentication = 'none' } = auth;
    if (clientType !== 'public') return [];
    // A secret with clientAuthentication: none is the matter of unused-client-secret.
    const unused = auth.clientAuthentication === 'none';
    if (unused || (clientSecret === undefined && clientAuthentication === 'none')) return [];
    if (tokenProvider(auth)?.publicClientsHaveSecret) return [];
    return [
      {
        path: ['auth', clientSecret === undefined ? 'clientAuthentication' : 'clientSecret'],
        what: 'is declared for a public client',
        why: 'what stands in every copy of an app proves nothing, and whoever reads it out can pose as the app',
        instead: 'Write clientType: confidential if a server of yours keeps it; else remove it and use PKCE',
      },
    ];
  },
};
