import { setTimeout } from 'node:timers/promises';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/code/concurrent-redemption',
  deviation: 'waits 50 ms between checking the code and deleting it',
  seams: {
    code: () => ({
      async consume(record) {
        if (record.used) return false;
        await setTimeout(50);
        record.used = true;
        return true;
      },
    }),
  },
};
