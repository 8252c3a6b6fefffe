import type { Behaviour } from '../behaviour.js';
import type { CodeRecord } from '../records.js';

/** Requests of other clients, and those that fail client authentication, do not count. */
export const behaviour: Behaviour<number> = {
  axis: 'strictness',
  describes: 'How many token requests of its client a code stands, those that fail included.',
  schema: { type: 'integer', minimum: 1 },
  seams(attempts) {
    const failures = new WeakMap<CodeRecord, number>();
    return {
      code: (rules) => ({
        failed(record) {
          rules.failed(record);
          const count = (failures.get(record) ?? 0) + 1;
          failures.set(record, count);
          if (count >= attempts) record.used = true;
        },
      }),
    };
  },
};
