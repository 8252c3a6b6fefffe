import type { Fault } from '../fault.js';
import type { CodeRecord } from '../records.js';

export const fault: Fault = {
  aimedAt: 'server/code/unknown',
  deviation: 'dereferences a missing code record',
  seams: {
    code: ({ find }) => ({
      find(value, exchange) {
        const record = find(value, exchange) as CodeRecord;
        return record.used === undefined ? undefined : record;
      },
    }),
  },
};
