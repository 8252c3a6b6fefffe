import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/token/expires-in-number',
  deviation: 'sends "3600" as a string',
  seams: {
    tokenResponse: (rules) => ({
      body(body, exchange) {
        const correct = rules.body(body, exchange);
        return { ...correct, expires_in: String(correct.expires_in) };
      },
    }),
  },
};
