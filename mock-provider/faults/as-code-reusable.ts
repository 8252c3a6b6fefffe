import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/code/single-use',
  deviation: 'never marks codes as used',
  seams: { code: () => ({ consume: () => true }) },
};
