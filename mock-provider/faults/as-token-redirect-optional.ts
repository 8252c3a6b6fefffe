import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/redirect-uri/token-omitted',
  deviation: 'skips the check when redirect_uri is absent',
  seams: {
    code: ({ redirectUriMatches }) => ({
      redirectUriMatches: (record, sent, exchange) =>
        sent === undefined || redirectUriMatches(record, sent, exchange),
    }),
  },
};
