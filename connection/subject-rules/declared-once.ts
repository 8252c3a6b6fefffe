import type { Objection, SubjectRule } from './rule.js';

const twice = 'is declared twice, so it is unclear which reason and date count. Remove one of the two';
const both =
  'is declared under fails too, and a requirement has one verdict. Keep the entry that says what happens';

export const declaredOnce: SubjectRule = ({ subject }) => {
  const failing = new Set(subject.fails?.map(({ id }) => id));
  const repeated = (['fails', 'warns'] as const).flatMap((list) =>
    (subject[list] ?? []).flatMap(({ id }, index, entries): Objection[] => {
      const first = entries.findIndex((entry) => entry.id === id);
      return first === index ? [] : [{ path: [list, index, 'id'], message: twice }];
    }),
  );
  const inBoth = (subject.warns ?? []).flatMap(({ id }, index): Objection[] =>
    failing.has(id) ? [{ path: ['warns', index, 'id'], message: both }] : [],
  );
  return [...repeated, ...inBoth];
};
