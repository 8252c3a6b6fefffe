import type { Fault } from '../fault.js';
import { empty } from '../reply.js';

export const fault: Fault = {
  deviation:
    'redirects token requests by 307 to /elsewhere, where a client that follows sends its secrets again',
  seams: {
    transport: (rules) => ({
      admit(exchange) {
        const { tenant, request } = exchange;
        if (request.path !== '/token' || request.method !== 'POST') return rules.admit(exchange);
        return empty(307, { location: `${tenant.issuer}/elsewhere` });
      },
    }),
  },
};
