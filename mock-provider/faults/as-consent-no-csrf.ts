import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/authz-request/consent-csrf',
  deviation: 'accepts the approval POST on the session cookie alone',
  seams: {
    approval: (rules) => ({
      // A Lax cookie does not come along with a foreign page's POST, which would protect what nothing else does.
      cookieAttributes: () => 'HttpOnly',
      authentic: (exchange) => exchange.session?.sub !== undefined || rules.authentic(exchange),
    }),
  },
};
