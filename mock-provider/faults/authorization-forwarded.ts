import type { Fault } from '../fault.js';
import { redirect } from '../reply.js';

export const fault: Fault = {
  deviation: 'sends browsers on to the authorization endpoint of the accomplice, with the request as it came',
  seams: {
    transport: (rules) => ({
      admit(exchange) {
        const { tenant, request } = exchange;
        if (request.path !== '/authorize') return rules.admit(exchange);
        return redirect(`${tenant.accomplice}/authorize?${request.rawQuery}`);
      },
    }),
  },
};
