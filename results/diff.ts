import { type DeclaredList, listOf } from '../connection/subject.js';
import type { RequirementResult } from '../fixtures/verdict/result.js';
import type { Verdict } from '../fixtures/verdict/verdict.js';
import { bySeverity } from './findings.js';
import { isDecided } from './outcome.js';
import type { RunResults, SubjectResults } from './run-results.js';

/** What `absent` says of a run: the requirement, or its subject, is no part of it. */
export type Seen = Verdict | 'absent';

/** One requirement in two runs. */
export interface Change {
  id: string;
  title: string;
  /** As the new run has it, if it does. */
  severity: string;
  before: Seen;
  after: Seen;
  /** Why the new verdict is not pass. */
  message?: string;
  /** The list in which the new run's subject declares it. */
  declared?: DeclaredList;
}

/** Requirements by what became of them; each stands in one list, but for a changed severity. */
export interface SubjectDiff {
  name: string;
  /** Whether only one of the runs has it. */
  presence: 'both' | 'added' | 'removed';
  newFailures: Change[];
  fixed: Change[];
  stillFailing: Change[];
  noLongerDecided: Change[];
  newlyDecided: Change[];
  newWarnings: Change[];
  goneWarnings: Change[];
  stillWarning: Change[];
  /** Declared flaky in either run, and of another verdict now: says nothing. */
  flaky: Change[];
  changedSeverity: { id: string; before: string; after: string }[];
  /** Declarations that are out of date now, and were not. */
  newlyStale: string[];
  newlyExpired: string[];
}

/** What `proofkey diff` found: diff.schema.json. */
export interface RunDiff {
  schema: 1;
  /** 1: something fails that did not, and is not declared to, or a declaration went out of date. 3: something is no longer decided. */
  exitCode: 0 | 1 | 3;
  /** In what else the runs differ, as sentences: it may explain the rest. */
  conditions: string[];
  subjects: SubjectDiff[];
}

/** What a run shows that an earlier one did not. */
export function diffOf(before: RunResults, after: RunResults): RunDiff {
  const names = [...new Set([...after.subjects, ...before.subjects].map(({ name }) => name))];
  const subjects = names.map((name) => {
    const of = (run: RunResults) => run.subjects.find((subject) => subject.name === name);
    return subjectDiff(name, of(before), of(after));
  });
  return { schema: 1, exitCode: weigh(subjects), conditions: conditionsOf(before, after), subjects };
}

function weigh(subjects: readonly SubjectDiff[]): RunDiff['exitCode'] {
  const isWorse = ({ newFailures, newlyStale, newlyExpired }: SubjectDiff) =>
    newFailures.some(({ declared }) => declared === undefined) || newlyStale.length + newlyExpired.length > 0;
  if (subjects.some(isWorse)) return 1;
  return subjects.some(({ noLongerDecided }) => noLongerDecided.length > 0) ? 3 : 0;
}

function subjectDiff(
  name: string,
  before: SubjectResults | undefined,
  after: SubjectResults | undefined,
): SubjectDiff {
  const changes = changesBetween(before, after);
  const sorted = (wanted: (change: Change) => boolean) =>
    changes.filter((one) => !one.isFlaky && wanted(one)).map(bare);
  const decided = (seen: Seen) => seen !== 'absent' && isDecided({ verdict: seen });
  const fails = (seen: Seen) => seen === 'fail';
  const warns = (seen: Seen) => seen === 'warn';
  return {
    name,
    presence: before === undefined ? 'added' : after === undefined ? 'removed' : 'both',
    newFailures: sorted((one) => fails(one.after) && !fails(one.before)),
    fixed: sorted((one) => fails(one.before) && one.after === 'pass'),
    stillFailing: sorted((one) => fails(one.before) && fails(one.after)),
    noLongerDecided: sorted((one) => decided(one.before) && !decided(one.after)),
    newlyDecided: sorted((one) => !decided(one.before) && one.after === 'pass'),
    newWarnings: sorted((one) => warns(one.after) && !warns(one.before)),
    goneWarnings: sorted((one) => warns(one.before) && one.after === 'pass'),
    stillWarning: sorted((one) => warns(one.before) && warns(one.after)),
    flaky: changes.filter((one) => one.isFlaky && one.before !== one.after).map(bare),
    changedSeverity: severitiesBetween(before, after),
    newlyStale: newIn('stale', before, after),
    newlyExpired: newIn('expired', before, after),
  };
}

interface Compared extends Change {
  isFlaky: boolean;
}

function bare({ isFlaky: _flaky, ...change }: Compared): Change {
  return change;
}

/** Every requirement of either, the most severe first. */
function changesBetween(before: SubjectResults | undefined, after: SubjectResults | undefined): Compared[] {
  const [old, new_] = [resultsOf(before), resultsOf(after)];
  const all = [...new Map([...old, ...new_]).values()];
  const flaky = new Set([before, after].flatMap((subject) => subject?.flaky.map(({ id }) => id) ?? []));
  return bySeverity(all).map(({ id, title, severity }) => {
    const now = new_.get(id);
    return {
      id,
      title,
      severity,
      before: old.get(id)?.verdict ?? 'absent',
      after: now?.verdict ?? 'absent',
      ...(now?.message === undefined ? {} : { message: now.message }),
      ...declaredIn(after, id),
      isFlaky: flaky.has(id),
    };
  });
}

function resultsOf(subject: SubjectResults | undefined): Map<string, RequirementResult> {
  return new Map(subject?.requirements.map((result) => [result.id, result]));
}

/** An expired entry declares nothing any more. */
function declaredIn(subject: SubjectResults | undefined, id: string): Pick<Change, 'declared'> {
  const list = subject === undefined ? undefined : listOf(subject, id);
  return list === undefined || subject?.outcome.undeclared.includes(id) ? {} : { declared: list };
}

function severitiesBetween(
  before: SubjectResults | undefined,
  after: SubjectResults | undefined,
): SubjectDiff['changedSeverity'] {
  const old = resultsOf(before);
  return (after?.requirements ?? []).flatMap(({ id, severity }) => {
    const earlier = old.get(id)?.severity ?? severity;
    return earlier === severity ? [] : [{ id, before: earlier, after: severity }];
  });
}

function newIn(
  list: 'stale' | 'expired',
  before: SubjectResults | undefined,
  after: SubjectResults | undefined,
): string[] {
  const known = new Set(before?.outcome[list]);
  return (after?.outcome[list] ?? []).filter((id) => !known.has(id));
}

function conditionsOf(before: RunResults, after: RunResults): string[] {
  const graded = ({ subjects }: RunResults) =>
    new Map(subjects.map(({ name, against }) => [name, against.join(', ')]));
  const [old, new_] = [graded(before), graded(after)];
  const regraded = [...new_].flatMap(([name, against]) => {
    const earlier = old.get(name) ?? against;
    return earlier === against ? [] : [`${name} was graded by ${earlier}, and is by ${against}`];
  });
  const strictly = ({ strict }: RunResults) =>
    strict ? 'a violated SHOULD failed' : 'a violated SHOULD warned';
  const part = ({ shard }: RunResults) =>
    shard === undefined ? 'the whole' : `shard ${shard.index} of ${shard.count}`;
  return [
    ...unlike('proofkey was of version', before.tool.version, after.tool.version),
    ...unlike('', strictly(before), strictly(after)),
    ...unlike('the results are of', part(before), part(after)),
    ...regraded,
  ];
}

function unlike(what: string, before: string, after: string): string[] {
  return before === after ? [] : [`${what === '' ? '' : `${what} `}${before} before, ${after} now`];
}
