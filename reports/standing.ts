import type { RequirementResult } from '../fixtures/verdict/result.js';
import type { DeclaredInFile, SubjectResults } from '../results/run-results.js';

/**
 * What a result comes to once the declarations are weighed. `finding`: red. `undecided`: nothing red, and no green
 * either. `declared`: a known deviation. `warning`: a violated SHOULD that is nobody's finding. `quiet`: all else.
 */
export type Standing = 'finding' | 'undecided' | 'declared' | 'warning' | 'quiet';

export function standingOf({ id, verdict }: RequirementResult, subject: SubjectResults): Standing {
  const { undeclared, undeclaredWarns, inconclusive, crashed } = subject.outcome;
  if (undeclared.includes(id) || undeclaredWarns.includes(id)) return 'finding';
  if (inconclusive.includes(id) || crashed.includes(id)) return 'undecided';
  if (verdict === 'fail') return 'declared';
  if (verdict === 'warn') return declarationOf(id, subject) === undefined ? 'warning' : 'declared';
  return 'quiet';
}

/** A declaration that is red by itself. */
export interface OutOfDate {
  id: string;
  kind: 'stale' | 'expired';
  /** What is wrong with it, and what to do. */
  message: string;
  entry?: DeclaredInFile;
}

/** Declarations that no longer fit, each once: what is both gone and expired is gone. */
export function outOfDate(subject: SubjectResults): OutOfDate[] {
  const { outcome, requirements } = subject;
  const told = (id: string, kind: OutOfDate['kind'], message: string): OutOfDate => {
    const entry = declarationOf(id, subject);
    return { id, kind, message, ...(entry === undefined ? {} : { entry }) };
  };
  const stale = outcome.stale.map((id) => {
    const result = requirements.find((candidate) => candidate.id === id);
    const list = result?.declared ?? 'fails';
    return told(
      id,
      'stale',
      `It stands under "${list}", but its verdict is ${result?.verdict}: remove the entry`,
    );
  });
  const expired = outcome.expired
    .filter((id) => !outcome.stale.includes(id))
    .map((id) => {
      const until = declarationOf(id, subject)?.until ?? 'the day that it gives';
      return told(id, 'expired', `Its entry was good until ${until}: remove it, or agree on a new date`);
    });
  return [...stale, ...expired];
}

export function declarationOf(
  wanted: string,
  { fails, warns, flaky }: SubjectResults,
): DeclaredInFile | undefined {
  return [...fails, ...warns, ...flaky].find(({ id }) => id === wanted);
}

/** Why a deviation is accepted, by whom, and until when; empty where the entry says nothing. */
export function reasonOf({ reason, owner, until }: DeclaredInFile): string {
  const parts = [reason, owner, until === undefined ? undefined : `until ${until}`];
  return parts.filter((part) => part !== undefined).join(' · ');
}
