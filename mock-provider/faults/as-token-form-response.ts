import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/token/response-shape',
  deviation: 'answers success as application/x-www-form-urlencoded',
  seams: {
    tokenResponse: (rules) => ({
      deliver(body, exchange) {
        const reply = rules.deliver(body, exchange);
        const members = Object.entries(body).map(([name, value]): [string, string] => [name, String(value)]);
        return {
          ...reply,
          headers: { ...reply.headers, 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams(members).toString(),
        };
      },
    }),
  },
};
