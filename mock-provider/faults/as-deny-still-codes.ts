import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/authz-request/consent-denied',
  deviation: 'lets its deny button post the same approval as accept',
  seams: {
    approval: (rules) => ({
      decision: (form) => (rules.decision(form) === undefined ? undefined : 'approve'),
    }),
  },
};
