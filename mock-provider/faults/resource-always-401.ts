import type { Fault } from '../fault.js';
import type { Tenant } from '../tenant.js';

/** Requests that are answered; a client that still comes loops, and is cut off. */
const patience = 10;
const asked = new WeakMap<Tenant, number>();

export const fault: Fault = {
  deviation: 'answers every resource request with 401 invalid_token and, after ten, closes the connection',
  seams: {
    resource: () => ({ validate: async () => undefined }),
    transport: (rules) => ({
      send(reply, response, exchange) {
        const { tenant, request } = exchange;
        if (!request.path.startsWith('/resource')) return rules.send(reply, response, exchange);
        const count = (asked.get(tenant) ?? 0) + 1;
        asked.set(tenant, count);
        if (count > patience) response.destroy();
        else return rules.send(reply, response, exchange);
      },
    }),
  },
};
