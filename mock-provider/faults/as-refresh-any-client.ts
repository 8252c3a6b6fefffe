import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/refresh/bound-to-client',
  deviation: 'ignores the owner of a refresh token',
  seams: { refreshToken: () => ({ belongsTo: () => true }) },
};
