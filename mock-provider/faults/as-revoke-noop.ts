import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/revocation/refresh-token',
  deviation: 'answers 200 and does nothing',
  seams: { revocation: () => ({ revoke: () => {} }) },
};
