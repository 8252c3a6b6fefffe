import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/authz-request/requires-user-authentication',
  deviation: 'issues a code for a seeded user without login',
  seams: {
    authorizationRequest: (rules) => ({
      resourceOwner: (session, exchange) =>
        rules.resourceOwner(session, exchange) ?? exchange.tenant.firstUser(),
    }),
    approval: () => ({ required: () => false }),
  },
};
