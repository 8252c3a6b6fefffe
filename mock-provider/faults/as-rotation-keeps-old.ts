import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/refresh/old-token-refused',
  deviation: 'issues a new refresh token without invalidating the old',
  seams: { refreshToken: () => ({ retire: () => true }) },
};
