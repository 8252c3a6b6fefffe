import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/client-auth/wrong-secret',
  deviation: 'compares secrets ignoring case',
  seams: {
    clientAuthentication: (rules) => ({
      secretMatches: (expected, presented, exchange) =>
        rules.secretMatches(expected.toLowerCase(), presented.toLowerCase(), exchange),
    }),
  },
};
