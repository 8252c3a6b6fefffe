import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/refresh/reuse-revokes-family',
  deviation: 'refuses the old token only',
  seams: { refreshToken: () => ({ reused: () => {} }) },
};
