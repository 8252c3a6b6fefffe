import type { Objection, SubjectRule } from './rule.js';

export const declaredExpired: SubjectRule = {
  demands: 'No declared deviation is older than its date.',
  check: ({ subject, today }) =>
    (['fails', 'warns'] as const).flatMap((list) =>
      (subject[list] ?? []).flatMap(({ until }, index): Objection[] => {
        // Calendar days in one notation compare as text. The day itself still counts.
        if (until === undefined || until >= today) return [];
        const message = `expired: the deviation was to be gone after ${until}, and it is ${today} (UTC). Remove the entry, or agree on a new date`;
        return [{ path: [list, index, 'until'], message }];
      }),
    ),
};
