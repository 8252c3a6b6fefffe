import { isExpired } from '../connection/expired.js';
import { declaredLists } from '../connection/subject.js';
import type { DeclaredInFile, SubjectResults } from './run-results.js';

/** What would make declarations say what was found. */
export interface DeclarationDifference {
  /** Found, and declared nowhere. */
  add: { list: 'fails' | 'warns'; id: string }[];
  /** Declared, decided, and not so. */
  remove: { list: 'fails' | 'warns'; entry: DeclaredInFile }[];
}

/**
 * What to change so that exactly what was found is declared, by the day of the run. What was not decided, what has
 * expired and what crashed is left to a person.
 */
export function declarationDifference(subject: SubjectResults, day: string): DeclarationDifference {
  const { outcome } = subject;
  const entries = declaredLists.flatMap((list) => subject[list]);
  const left = new Set([
    ...entries.filter((entry) => isExpired(entry, day)).map(({ id }) => id),
    ...outcome.crashed,
  ]);
  const found = { fails: outcome.undeclared, warns: outcome.undeclaredWarns };
  const add = (['fails', 'warns'] as const).flatMap((list) =>
    found[list].filter((id) => !left.has(id)).map((id) => ({ list, id })),
  );
  // What fails now may stand among the warnings: there it has to go.
  const gone = new Set([...outcome.stale.filter((id) => !left.has(id)), ...add.map(({ id }) => id)]);
  const remove = (['fails', 'warns'] as const).flatMap((list) =>
    subject[list].filter(({ id }) => gone.has(id)).map((entry) => ({ list, entry })),
  );
  return { add, remove };
}
