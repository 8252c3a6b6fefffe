import { isExpired } from '../expired.js';
import { declaredLists } from '../subject.js';
import type { Objection, SubjectRule } from './rule.js';

/** A run goes on: what an expired entry comes to is part of its outcome, beside all else that it finds. */
export const declaredExpired: SubjectRule = {
  demands: 'No declared deviation is older than its date.',
  remedy: 'Remove the entry, or agree on a new date.',
  check: ({ subject, today }) =>
    declaredLists.flatMap((list) =>
      (subject[list] ?? []).flatMap((entry, index): Objection[] => {
        if (today === undefined || !isExpired(entry, today)) return [];
        const message = `expired: the deviation was to be gone after ${entry.until}, and it is ${today} (UTC). Remove the entry, or agree on a new date`;
        return [{ path: [list, index, 'until'], message }];
      }),
    ),
};
