import type { Declared } from '../subject.js';
import type { Objection, SubjectRule } from './rule.js';

const twice = 'is declared twice, so it is unclear which reason and date count. Remove one of the two';
const both =
  'is declared under fails too, and a requirement has one verdict. Keep the entry that says what happens';

/** One for each circumstance that an entry is about. */
function keysOf({ id, profile }: Declared): string[] {
  return [profile ?? ''].flat().map((circumstance) => `${id} ${circumstance}`);
}

export const declaredOnce: SubjectRule = {
  demands: 'A requirement is declared once, under `fails` or `warns`.',
  check: ({ subject }) => {
    const failing = new Set(subject.fails?.flatMap(keysOf));
    const repeated = (['fails', 'warns'] as const).flatMap((list) => {
      const seen = new Set<string>();
      return (subject[list] ?? []).flatMap((entry, index): Objection[] => {
        const keys = keysOf(entry);
        if (keys.some((key) => seen.has(key))) return [{ path: [list, index, 'id'], message: twice }];
        for (const key of keys) seen.add(key);
        return [];
      });
    });
    const inBoth = (subject.warns ?? []).flatMap((entry, index): Objection[] =>
      keysOf(entry).some((key) => failing.has(key)) ? [{ path: ['warns', index, 'id'], message: both }] : [],
    );
    return [...repeated, ...inBoth];
  },
};
