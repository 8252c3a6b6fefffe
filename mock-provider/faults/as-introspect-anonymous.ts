import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/introspection/auth-required',
  deviation: 'answers anyone',
  seams: {
    introspection: (rules) => ({
      anonymous: (error, exchange) =>
        [...exchange.tenant.clients.values()].find((client) => client.may_introspect) ??
        rules.anonymous(error, exchange),
    }),
  },
};
