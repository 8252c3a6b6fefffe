import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/code/replay-revokes-tokens',
  deviation: 'rejects the replay but leaves the tokens valid',
  seams: { code: () => ({ replayed: () => undefined }) },
};
