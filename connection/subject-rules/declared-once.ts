import { type Declared, type DeclaredList, declaredLists } from '../subject.js';
import type { Objection, SubjectRule } from './rule.js';

const twice = 'is declared twice, so it is unclear which reason and date count. Remove one of the two';
const both = (other: DeclaredList) =>
  `is declared under ${other} too, and of a requirement one thing is true. Keep the entry that says what happens`;

/** One for each circumstance that an entry is about. */
function keysOf({ id, profile }: Declared): string[] {
  return [profile ?? ''].flat().map((circumstance) => `${id} ${circumstance}`);
}

export const declaredOnce: SubjectRule = {
  demands: 'A requirement is declared once, under `fails`, `warns` or `flaky`.',
  remedy: 'Keep the entry that says what happens, and remove the other.',
  check: ({ subject }) => {
    const seen = new Map<string, DeclaredList>();
    return declaredLists.flatMap((list) =>
      (subject[list] ?? []).flatMap((entry, index): Objection[] => {
        const keys = keysOf(entry);
        const [earlier] = keys.flatMap((key) => seen.get(key) ?? []);
        if (earlier === undefined) {
          for (const key of keys) seen.set(key, list);
          return [];
        }
        return [{ path: [list, index, 'id'], message: earlier === list ? twice : both(earlier) }];
      }),
    );
  },
};
