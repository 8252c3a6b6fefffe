import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/redirect-uri/unregistered-host',
  deviation: 'echoes any redirect_uri',
  seams: { authorizationRequest: () => ({ redirectUriMatches: () => true }) },
};
