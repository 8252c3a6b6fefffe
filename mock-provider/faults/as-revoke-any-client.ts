import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/revocation/foreign-client',
  deviation: 'deletes tokens without checking the owner',
  seams: { revocation: () => ({ checkOwner: () => {} }) },
};
