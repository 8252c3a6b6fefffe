import type { ConnectionRule } from './rule.js';

export const unusedClientSecret: ConnectionRule = {
  level: 'warning',
  demands: 'A client secret stands only where clientAuthentication sends it.',
  remedy: 'Remove the secret, or write client_secret_basic or client_secret_post.',
  clause: 'RFC 6749 §2.3, RFC 7591 §2',
  check({ auth: { clientType, clientSecret, clientAuthentication } }) {
    if (clientSecret === undefined) return [];
    // Each has a graver objection of its own.
    const graver = clientAuthentication === 'none' ? 'confidential' : 'public';
    if (clientType === graver) return [];
    if (clientAuthentication !== 'none' && clientAuthentication !== 'private_key_jwt') return [];
    return [
      {
        path: ['auth', 'clientSecret'],
        what: `is declared, and clientAuthentication: ${clientAuthentication} never sends it`,
        why: 'a secret that nothing needs can only leak, and the server may expect it',
        instead: 'Remove it, or write client_secret_basic or client_secret_post',
      },
    ];
  },
};
