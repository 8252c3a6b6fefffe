import type { Change, RunDiff, SubjectDiff } from '../../results/diff.js';

/** One list of a comparison, and how it is told. */
export interface DiffSection {
  title: string;
  /** `worse` counts for the exit code. */
  tone: 'worse' | 'better' | 'open' | 'known';
  /** Told in numbers to a person, unless all is asked for. */
  inNumbers?: true;
  changes: readonly Change[];
}

/** The lists of a subject that hold anything, what matters most first. */
export function sectionsIn(subject: SubjectDiff): DiffSection[] {
  const [declared, undeclared] = [true, false].map((wanted) =>
    subject.newFailures.filter((change) => (change.declared !== undefined) === wanted),
  ) as [Change[], Change[]];
  const sections: DiffSection[] = [
    { title: 'New failures', tone: 'worse', changes: undeclared },
    { title: 'New failures that are declared', tone: 'known', changes: declared },
    { title: 'No longer decided', tone: 'open', changes: subject.noLongerDecided },
    { title: 'Fixed', tone: 'better', changes: subject.fixed },
    { title: 'Still failing', tone: 'known', inNumbers: true, changes: subject.stillFailing },
    { title: 'Newly decided', tone: 'better', inNumbers: true, changes: subject.newlyDecided },
    { title: 'New warnings', tone: 'open', changes: subject.newWarnings },
    { title: 'Warnings that are gone', tone: 'better', inNumbers: true, changes: subject.goneWarnings },
    { title: 'Still warning', tone: 'known', inNumbers: true, changes: subject.stillWarning },
    { title: 'Flaky, and of another verdict', tone: 'known', changes: subject.flaky },
  ];
  return sections.filter(({ changes }) => changes.length > 0);
}

/** Declarations that went out of date, and severities that changed: sentences with ids. */
export function remarksOn({ newlyStale, newlyExpired, changedSeverity }: SubjectDiff): string[] {
  return [
    ...newlyStale.map((id) => `${id}: its declaration is stale now; remove it`),
    ...newlyExpired.map((id) => `${id}: its declaration has expired; remove it, or agree on a new date`),
    ...changedSeverity.map(({ id, before, after }) => `${id}: its severity was ${before}, and is ${after}`),
  ];
}

/** What a comparison comes to, in a few words. */
export function diffInWords({ subjects }: RunDiff): string {
  const count = (of: (subject: SubjectDiff) => number, what: string) => {
    const number = subjects.reduce((sum, subject) => sum + of(subject), 0);
    return number === 0 ? [] : [`${number} ${what}`];
  };
  const parts = [
    ...count(({ newFailures }) => newFailures.length, 'newly failing'),
    ...count(
      ({ newlyStale, newlyExpired }) => new Set([...newlyStale, ...newlyExpired]).size,
      'declared and out of date',
    ),
    ...count(({ noLongerDecided }) => noLongerDecided.length, 'no longer decided'),
    ...count(({ fixed }) => fixed.length, 'fixed'),
    ...count(({ stillFailing }) => stillFailing.length, 'still failing'),
  ];
  return parts.length === 0 ? 'nothing changed that matters' : parts.join(', ');
}

/** How a subject's name is told where only one of the runs has it. */
export const presenceInWords = { both: '', added: 'only in the new run', removed: 'only in the old run' };

export const diffMeanings: Record<RunDiff['exitCode'], string> = {
  0: 'nothing is worse than before',
  1: 'something fails that did not, or a declaration went out of date',
  3: 'nothing new fails, but something is no longer decided',
};
