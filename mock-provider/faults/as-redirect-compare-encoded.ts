import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/authz-request/request-accepted',
  deviation:
    'compares the still percent-encoded redirect_uri with the registered one and refuses every request',
  seams: {
    authorizationRequest: (rules) => ({
      redirectUriMatches: (requested, exchange) =>
        rules.redirectUriMatches(encodeURIComponent(requested), exchange),
    }),
  },
};
