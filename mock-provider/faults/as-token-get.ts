import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/token/post-only',
  deviation: 'runs the token handler on the query of a GET as well',
  seams: {
    tokenRequest: (rules) => ({
      methodAllowed: (method) => method === 'GET' || rules.methodAllowed(method),
      form: (exchange) =>
        exchange.request.method === 'GET'
          ? new URLSearchParams(exchange.request.rawQuery)
          : rules.form(exchange),
    }),
  },
};
