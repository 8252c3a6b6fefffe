import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/redirect-uri/token-mismatch',
  deviation: 'never compares redirect_uri at the token endpoint',
  seams: {
    // Its presence is still asked for: that is another requirement.
    code: ({ redirectUriMatches }) => ({
      redirectUriMatches: (record, sent, exchange) =>
        sent !== undefined || redirectUriMatches(record, sent, exchange),
    }),
  },
};
