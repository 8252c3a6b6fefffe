import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'resource/bearer/query-token-ignored',
  deviation: 'reads access_token from the query',
  seams: {
    resource: (rules) => ({
      presentedToken: (exchange) =>
        rules.presentedToken(exchange) ??
        new URLSearchParams(exchange.request.rawQuery).get('access_token') ??
        undefined,
    }),
  },
};
