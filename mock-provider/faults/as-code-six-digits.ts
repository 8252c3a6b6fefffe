import { randomInt } from 'node:crypto';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/code/entropy',
  deviation: 'issues six-digit numeric codes',
  seams: { code: () => ({ generate: () => String(randomInt(1_000_000)).padStart(6, '0') }) },
};
