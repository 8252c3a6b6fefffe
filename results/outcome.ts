import { isExpired } from '../connection/expired.js';
import { type DeclaredList, declaredLists } from '../connection/subject.js';
import type { RequirementResult } from '../fixtures/verdict/result.js';
import type { JudgedExitCode, SubjectOutcome, SubjectResults } from './run-results.js';

export type Judged = Pick<
  SubjectResults,
  'fails' | 'warns' | 'flaky' | 'exactWarns' | 'requirements' | 'planned'
>;

/**
 * Weighs all results of a subject, by the calendar day (YYYY-MM-DD, UTC) of its run. Of a part it is provisional: what
 * fails is red there already, and what becomes of the declarations shows when the parts are merged.
 */
export function outcomeOf(subject: Judged, day: string): SubjectOutcome {
  const { requirements, exactWarns } = subject;
  const { fails, warns, flaky } = entriesInForce(subject, day);
  const ids = (chosen: (result: RequirementResult) => boolean) =>
    requirements.filter(chosen).map(({ id }) => id);
  const excused = excusedIn(requirements, fails);
  const found = {
    undeclared: ids(({ id, verdict }) => verdict === 'fail' && !fails.has(id) && !flaky.has(id)),
    undeclaredWarns: ids(
      ({ id, verdict }) => exactWarns && verdict === 'warn' && !warns.has(id) && !flaky.has(id),
    ),
    inconclusive: ids(({ id, verdict }) => verdict === 'inconclusive' && !excused.has(id) && !flaky.has(id)),
    excused: [...excused].filter((id) => !flaky.has(id)),
    crashed: ids(({ crashed }) => crashed !== undefined),
  };
  const lists = { ...found, ...declarationsOf(subject, day) };
  const decided = requirements.filter((result) => isDecided(result) && !flaky.has(result.id)).length;
  // Whether anything was decided at all is not to be asked of a part.
  return { exitCode: weightOf(lists, decided > 0 || subject.planned !== undefined), ...lists };
}

/** The exit code of a run: a finding outweighs doubt, and doubt outweighs green. */
export function worst(codes: readonly JudgedExitCode[]): JudgedExitCode {
  return ([1, 3] as const).find((code) => codes.includes(code)) ?? (codes.length === 0 ? 3 : 0);
}

/** The exit code of a run of these subjects. Trouble of the harness outside of them leaves something undecided. */
export function exitCodeOf(
  subjects: readonly Pick<SubjectResults, 'outcome'>[],
  harness: readonly string[],
): JudgedExitCode {
  const codes = subjects.map(({ outcome }) => outcome.exitCode);
  return worst(harness.length > 0 ? [...codes, 3] : codes);
}

/** Whether a verdict says something about the subject. */
export function isDecided({ verdict }: Pick<RequirementResult, 'verdict'>): boolean {
  return verdict === 'pass' || verdict === 'fail' || verdict === 'warn';
}

/** By list, the ids of entries that still excuse. */
function entriesInForce(subject: Judged, day: string): Record<DeclaredList, Set<string>> {
  const lists = declaredLists.map((list) => {
    const entries = subject[list].filter((entry) => !isExpired(entry, day));
    return [list, new Set(entries.map(({ id }) => id))] as const;
  });
  return Object.fromEntries(lists) as Record<DeclaredList, Set<string>>;
}

type Declarations = Pick<SubjectOutcome, 'stale' | 'expired' | 'undecided'>;

/** What became of what the subject declares, expired or not. */
function declarationsOf(subject: Judged, day: string): Declarations {
  const { requirements, exactWarns, planned } = subject;
  const decided = new Map(
    requirements.flatMap((result) => (isDecided(result) ? [[result.id, result.verdict]] : [])),
  );
  const [fails, warns] = [subject.fails, subject.warns].map((list) => list.map(({ id }) => id)) as [
    string[],
    string[],
  ];
  const isNot = (verdict: string) => (id: string) => decided.has(id) && decided.get(id) !== verdict;
  const stale = [...fails.filter(isNot('fail')), ...(exactWarns ? warns.filter(isNot('warn')) : [])];
  const undecided = [...fails, ...warns].filter((id) => !decided.has(id));
  // Another part may show the deviation after all: a refused code that turns up there (late-use.ts).
  if (planned !== undefined) return { stale: [], expired: [], undecided: [...undecided, ...stale] };
  const expired = declaredLists.flatMap((list) => subject[list].filter((entry) => isExpired(entry, day)));
  return { stale, expired: expired.map(({ id }) => id), undecided };
}

function weightOf(lists: Omit<SubjectOutcome, 'exitCode'>, something: boolean): JudgedExitCode {
  const { undeclared, undeclaredWarns, stale, expired, inconclusive, crashed } = lists;
  if (undeclared.length + undeclaredWarns.length + stale.length + expired.length > 0) return 1;
  return inconclusive.length + crashed.length > 0 || !something ? 3 : 0;
}

/**
 * Inconclusive rows whose control is a declared failure. The control has to have failed in this run too, or not be
 * part of it: a declared failure does not excuse a server that was simply down.
 */
function excusedIn(requirements: readonly RequirementResult[], fails: ReadonlySet<string>): Set<string> {
  const verdicts = new Map(requirements.map(({ id, verdict }) => [id, verdict]));
  const explains = (control: string | undefined) =>
    control !== undefined && fails.has(control) && (verdicts.get(control) ?? 'fail') === 'fail';
  const excused = requirements.filter(
    ({ verdict, control, crashed }) =>
      verdict === 'inconclusive' && crashed === undefined && explains(control),
  );
  return new Set(excused.map(({ id }) => id));
}
