import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/authz-request/unknown-client-no-redirect',
  deviation: 'reports unauthorized_client to whatever redirect_uri was sent',
  seams: { authorizationRequest: () => ({ redirectsUnknownClient: true }) },
};
