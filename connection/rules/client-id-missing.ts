import type { ConnectionRule } from './rule.js';

export const clientIdMissing: ConnectionRule = {
  level: 'error',
  demands: 'An OAuth connection has a client id, or a server at which the product can register for one.',
  remedy: 'Add clientId, or the registrationUrl at which the product registers.',
  clause: 'RFC 6749 §2.2, RFC 7591',
  check({ auth }) {
    if (auth.type !== 'oauth' || auth.clientId !== undefined || auth.bridge !== undefined) return [];
    // Metadata may name a registration endpoint.
    if (auth.registrationUrl !== undefined || auth.issuer !== undefined) return [];
    return [
      {
        path: ['auth', 'clientId'],
        what: 'is missing, and so is a registrationUrl',
        why: 'the authorization server refuses requests of a client that it does not know',
        instead: `Add clientId; "\${CLIENT_ID}" takes it from the environment`,
      },
    ];
  },
};
