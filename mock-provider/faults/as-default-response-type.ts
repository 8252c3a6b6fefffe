import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/authz-request/missing-response-type',
  deviation: 'treats a missing response_type as code',
  seams: {
    authorizationRequest: (rules) => ({
      responseType: (requested, exchange) => rules.responseType(requested ?? 'code', exchange),
    }),
  },
};
