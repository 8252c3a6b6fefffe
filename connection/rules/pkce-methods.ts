import type { ConnectionRule } from './rule.js';
import { isPublic } from './shared/client-secret.js';

export const pkceMethods: ConnectionRule = {
  level: 'warning',
  demands: 'PKCE that is declared can be done, and by S256.',
  remedy: 'Write methods: [S256].',
  clause: 'RFC 7636 §4.2, RFC 9700 §2.1.1',
  check({ auth }) {
    const { pkce } = auth;
    // Of a public client, another rule demands more.
    if (isPublic(auth) || pkce?.methods === undefined || pkce.methods.includes('S256')) return [];
    if (pkce.methods.length === 0 && pkce.required !== true) return [];
    const what = pkce.methods.length === 0 ? 'is empty, though PKCE is required' : 'has only plain';
    return [
      {
        path: ['auth', 'pkce', 'methods'],
        what,
        why: 'plain shows the verifier in the authorization request, and S256 is what every server with PKCE must offer',
        instead: 'Write methods: [S256]',
      },
    ];
  },
};
