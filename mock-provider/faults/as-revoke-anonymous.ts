import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/revocation/auth-required',
  deviation: 'performs no client authentication',
  seams: {
    clientAuthentication: (rules) => ({
      methodAllowed: (client, presented, exchange) =>
        exchange.endpoint === 'revocation' || rules.methodAllowed(client, presented, exchange),
      secretMatches: (expected, presented, exchange) =>
        exchange.endpoint === 'revocation' || rules.secretMatches(expected, presented, exchange),
    }),
  },
};
