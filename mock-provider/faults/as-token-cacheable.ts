import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/token/response-not-cacheable',
  deviation: 'sends no Cache-Control on token responses',
  seams: {
    tokenResponse: (rules) => ({
      deliver(body, exchange) {
        const reply = rules.deliver(body, exchange);
        const { 'cache-control': _dropped, ...headers } = reply.headers;
        return { ...reply, headers };
      },
    }),
  },
};
