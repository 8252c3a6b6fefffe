import type { RequirementResult } from '../fixtures/verdict/result.js';
import type { JudgedExitCode, SubjectOutcome, SubjectResults } from './run-results.js';

export type Judged = Pick<SubjectResults, 'fails' | 'warns' | 'exactWarns' | 'requirements'>;

/** Weighs all results of a subject. Of a shard's results this is provisional: judge them again once merged. */
export function outcomeOf(subject: Judged): SubjectOutcome {
  const { requirements, exactWarns } = subject;
  const fails = new Set(subject.fails.map(({ id }) => id));
  const warns = new Set(subject.warns.map(({ id }) => id));
  const ids = (chosen: (result: RequirementResult) => boolean) =>
    requirements.filter(chosen).map(({ id }) => id);
  const excused = excusedIn(requirements, fails);
  const decided = new Set(ids(isDecided));
  const stale = [
    ...ids(({ id, verdict }) => fails.has(id) && decided.has(id) && verdict !== 'fail'),
    ...ids(({ id, verdict }) => exactWarns && warns.has(id) && decided.has(id) && verdict !== 'warn'),
  ];
  const lists = {
    undeclared: ids(({ id, verdict }) => verdict === 'fail' && !fails.has(id)),
    undeclaredWarns: ids(({ id, verdict }) => exactWarns && verdict === 'warn' && !warns.has(id)),
    stale,
    undecided: [...fails, ...warns].filter((id) => !decided.has(id)),
    inconclusive: ids(({ id, verdict }) => verdict === 'inconclusive' && !excused.has(id)),
    excused: [...excused],
    crashed: ids(({ crashed }) => crashed !== undefined),
  };
  return { exitCode: exitCodeOf(lists, decided.size), ...lists };
}

/** The exit code of a run: a finding outweighs doubt, and doubt outweighs green. */
export function worst(codes: readonly JudgedExitCode[]): JudgedExitCode {
  return ([1, 3] as const).find((code) => codes.includes(code)) ?? (codes.length === 0 ? 3 : 0);
}

/** Whether a verdict says something about the subject. */
export function isDecided({ verdict }: Pick<RequirementResult, 'verdict'>): boolean {
  return verdict === 'pass' || verdict === 'fail' || verdict === 'warn';
}

function exitCodeOf(lists: Omit<SubjectOutcome, 'exitCode'>, decided: number): JudgedExitCode {
  const { undeclared, undeclaredWarns, stale, inconclusive, crashed } = lists;
  if (undeclared.length + undeclaredWarns.length + stale.length > 0) return 1;
  return inconclusive.length + crashed.length > 0 || decided === 0 ? 3 : 0;
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
