import { isDeepStrictEqual } from 'node:util';
import type { RequirementResult } from '../fixtures/verdict/result.js';
import { acrossRequirements } from './across-requirements.js';
import { judgedAnew } from './judged-anew.js';
import { isOverBudget } from './over-budget.js';
import type { BudgetResults, RunResults, Shard, SubjectResults } from './run-results.js';

/** Results, and where they were read: for messages. */
export interface ReadRun {
  path: string;
  run: RunResults;
}

/** Results that are not the parts of one run. Its message is for the user as it stands. */
export class MergeError extends Error {
  override readonly name = 'MergeError';
}

interface Part extends ReadRun {
  shard: Shard;
}

/**
 * The parts of a run as one: what one part shows counts in all, and declarations are weighed by the whole. A part that
 * is missing could hold any failure, so that is told as trouble of the harness, and the run is never green. Throws MergeError.
 */
export function mergeShards(runs: readonly ReadRun[]): RunResults {
  const parts = runs.map(asPart).sort((a, b) => a.shard.index - b.shard.index);
  const [first, ...others] = parts as [Part, ...Part[]];
  for (const other of others) refuseUnlike(first, other);
  refuseTwice(parts);
  const missing = missingOf(parts);
  if (missing.length === 0) refuseIncomplete(parts);
  const subjects = first.run.subjects.map((subject, index) =>
    mergedSubject(
      subject,
      parts.map(({ run }) => run.subjects[index] as SubjectResults),
      missing.length === 0,
    ),
  );
  const { shard: _part, ...run } = first.run;
  return judgedAnew({
    ...run,
    startedAt: parts.map(({ run: { startedAt } }) => startedAt).sort()[0] as string,
    durationMs: sum(parts.map(({ run: { durationMs } }) => durationMs)),
    exitCode: parts.some(({ run: { exitCode } }) => exitCode === 130) ? 130 : 0,
    harness: [...parts.flatMap(toldHarness), ...toldMissing(missing, first, subjects)],
    subjects,
  });
}

function asPart({ path, run }: ReadRun): Part {
  if (run.shard === undefined)
    throw new MergeError(
      `${path}: these are the results of a whole run, and only the shards of one run (--shard i/n) can be put together. Give it alone, or compare two runs with "proofkey diff"`,
    );
  const { index, count } = run.shard;
  if (index > count) throw new MergeError(`${path}: is shard ${index} of ${count}, which cannot be`);
  return { path, run, shard: run.shard };
}

/** All that has to be alike where two parts are of one run. */
function refuseUnlike(first: Part, other: Part): void {
  const facts = ({ run, shard }: Part): Record<string, unknown> => ({
    'the version of proofkey': run.tool.version,
    'the number of shards': shard.count,
    '--strict': run.strict,
    'their subjects': run.subjects.map(({ name, file, meets }) => ({ name, file, meets })),
    'how they grade': run.subjects.map(({ against, exactWarns }) => ({ against, exactWarns })),
    'what is declared': run.subjects.map(({ fails, warns, flaky }) => ({ fails, warns, flaky })),
    'what was to be judged': run.subjects.map(({ planned }) => planned),
  });
  const [own, theirs] = [facts(first), facts(other)];
  const unlike = Object.keys(own).find((fact) => !isDeepStrictEqual(own[fact], theirs[fact]));
  if (unlike === undefined) return;
  throw new MergeError(
    `${other.path}: is not of the same run as ${first.path}, since they differ in ${unlike}. Run all shards with the same files, options and version`,
  );
}

function refuseTwice(parts: readonly Part[]): void {
  const owners = new Map<string, string>();
  for (const { path, run } of parts)
    for (const { name, planned, requirements } of run.subjects) {
      const own = new Set(planned);
      for (const { id } of requirements) {
        const owner = owners.get(`${name}\n${id}`);
        if (owner !== undefined)
          throw new MergeError(`${path}: has ${id} of ${name}, and so has ${owner}. Give each shard once`);
        if (!own.has(id))
          throw new MergeError(`${path}: has ${id} of ${name}, which was not to be judged. Make it again`);
        owners.set(`${name}\n${id}`, path);
      }
    }
  const twice = parts.find(({ shard }, index) => parts[index - 1]?.shard.index === shard.index);
  if (twice !== undefined)
    throw new MergeError(
      `${twice.path}: is shard ${twice.shard.index}, which is there already. Give each shard once`,
    );
}

/** A shard tells of every requirement that it was to judge, whatever happened to it. */
function refuseIncomplete(parts: readonly Part[]): void {
  const judged = new Set(
    parts.flatMap(({ run }) =>
      run.subjects.flatMap(({ name, requirements }) => requirements.map(({ id }) => `${name}\n${id}`)),
    ),
  );
  for (const { path, run } of parts)
    for (const { name, planned = [] } of run.subjects) {
      const open = planned.find((id) => !judged.has(`${name}\n${id}`));
      if (open !== undefined)
        throw new MergeError(
          `${path}: of ${name}, ${open} was to be judged, and no shard has it. Make them again`,
        );
    }
}

function missingOf(parts: readonly Part[]): number[] {
  const { count } = (parts[0] as Part).shard;
  const present = new Set(parts.map(({ shard }) => shard.index));
  return [...Array(count).keys()].map((index) => index + 1).filter((index) => !present.has(index));
}

function mergedSubject(
  subject: SubjectResults,
  parts: readonly SubjectResults[],
  isWhole: boolean,
): SubjectResults {
  const { planned = [], budget: _budget, ...facts } = subject;
  const requirements = acrossRequirements(parts.flatMap((part) => part.requirements));
  return {
    ...facts,
    // Without them all it stays a part, of which nobody can say what became of its declarations.
    ...(isWhole ? {} : { planned }),
    diagnosis: [...new Set(parts.flatMap(({ diagnosis }) => diagnosis))],
    requirements,
    ...mergedBudget(parts, requirements),
  };
}

function mergedBudget(
  parts: readonly SubjectResults[],
  requirements: readonly RequirementResult[],
): Pick<SubjectResults, 'budget'> {
  const budgets = parts.flatMap(({ budget }) => budget ?? []);
  const [first] = budgets;
  if (first === undefined) return {};
  const total = (count: keyof Omit<BudgetResults, 'limit'>) => sum(budgets.map((budget) => budget[count]));
  const [requests, refused, waitedMs] = [total('requests'), total('refused'), total('waitedMs')];
  const skipped = requirements.filter(isOverBudget).length;
  return { budget: { limit: first.limit, requests, refused, waitedMs, skipped } };
}

function toldHarness({ run, shard }: Part): string[] {
  return run.harness.map((text) => `shard ${shard.index} of ${shard.count}: ${text}`);
}

function toldMissing(
  missing: readonly number[],
  { shard }: Part,
  subjects: readonly SubjectResults[],
): string[] {
  if (missing.length === 0) return [];
  const [what, are] = missing.length === 1 ? ['shard', 'is'] : ['shards', 'are'];
  const open = sum(subjects.map(({ planned = [], requirements }) => planned.length - requirements.length));
  return [
    `${what} ${missing.join(', ')} of ${shard.count} ${are} missing, so ${open} of the requirements that were to be judged have no verdict. Give the results.json of all`,
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
