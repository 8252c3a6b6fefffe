import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/refresh/public-rotated-or-bound',
  deviation: 'never rotates',
  seams: { refreshToken: () => ({ rotates: () => false }) },
};
