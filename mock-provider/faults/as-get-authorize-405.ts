import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/authz-request/code-roundtrip',
  deviation: 'answers GET on the authorization endpoint with 405',
  seams: { authorizationRequest: () => ({ methodAllowed: (method) => method === 'POST' }) },
};
