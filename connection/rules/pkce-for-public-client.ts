import type { ConnectionRule } from './rule.js';

export const pkceForPublicClient: ConnectionRule = {
  level: 'error',
  demands: 'A public client uses PKCE, by S256.',
  clause: 'RFC 9700 §2.1.1, OAuth 2.1 §4.1.1',
  check({ auth }) {
    if (auth.type !== 'oauth' || auth.clientType !== 'public' || auth.bridge !== undefined) return [];
    const methods = auth.pkce?.methods ?? (auth.pkce?.required === true ? ['S256'] : []);
    if (methods.includes('S256')) return [];
    const what =
      methods.length > 0
        ? 'offers only the method "plain" to a public client'
        : 'leaves PKCE out for a public client';
    return [
      {
        path: auth.pkce === undefined ? ['auth', 'clientType'] : ['auth', 'pkce'],
        what,
        why: 'whoever intercepts the code at the redirect URI can redeem it, since no secret and no verifier is asked for',
        instead: 'Write pkce: { required: true, methods: [S256] }',
      },
    ];
  },
};
