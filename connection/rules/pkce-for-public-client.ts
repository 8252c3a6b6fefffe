import type { ConnectionRule } from './rule.js';
import { isPublic, usesRedirect } from './shared/client-secret.js';

export const pkceForPublicClient: ConnectionRule = {
  level: 'error',
  demands: 'A public client uses PKCE, by S256.',
  remedy: 'Write pkce: { required: true, methods: [S256] }.',
  clause: 'RFC 9700 §2.1.1, OAuth 2.1 §4.1.1',
  check({ auth }) {
    if (auth.type !== 'oauth' || !isPublic(auth) || auth.bridge !== undefined) return [];
    if (!usesRedirect(auth)) return [];
    const methods = auth.pkce?.methods ?? (auth.pkce?.required === true ? ['S256'] : []);
    if (methods.includes('S256')) return [];
    const whatSaysSo = auth.clientType === undefined ? 'clientAuthentication' : 'clientType';
    const what =
      methods.length > 0
        ? 'offers only the method "plain" to a public client'
        : 'leaves PKCE out for a public client';
    return [
      {
        path: ['auth', auth.pkce === undefined ? whatSaysSo : 'pkce'],
        what,
        why: 'whoever intercepts the code at the redirect URI can redeem it, since no secret and no verifier is asked for',
        instead: 'Write pkce: { required: true, methods: [S256] }',
      },
    ];
  },
};
