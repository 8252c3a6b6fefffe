import type { ConnectionRule } from './rule.js';

export const confidentialClientAuthentication: ConnectionRule = {
  level: 'error',
  demands: 'A confidential client authenticates.',
  remedy: 'Write the method that is registered, such as client_secret_basic, or clientType: public.',
  clause: 'RFC 6749 §3.2.1',
  check({ auth: { clientType, clientAuthentication } }) {
    if (clientType !== 'confidential' || clientAuthentication !== 'none') return [];
    return [
      {
        path: ['auth', 'clientAuthentication'],
        what: 'is none for a confidential client',
        why: 'the server answers invalid_client, or takes codes and refresh tokens from anyone',
        instead: 'Write client_secret_basic, client_secret_post or private_key_jwt; or clientType: public',
      },
    ];
  },
};
