import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { setInterval } from 'node:timers';
import type { SubjectResults } from '../../../results/run-results.js';
import { isNegativeWon } from '../negative-won.js';
import { assertPresentable } from '../presentable.js';
import { type Finished, ProofkeyProcess } from '../proofkey-process.js';
import { type Interceptor, mockBehindProxy } from '../servers/mock-behind-proxy.js';
import { subjectAt, subjectFile } from '../subject-files.js';
import {
  assertHarmlessFiles,
  assertHarmlessForms,
  assertNoCommand,
  assertNothingObeyed,
} from './harmless.js';

/** Bytes that no process of a run may hold at a time, whatever a target sends: a runner that serves nobody has 150 MB. */
const memoryLimit = 600 << 20;

export interface JudgedRun {
  run: Finished;
  /** By the name of the subject. */
  subjects: Map<string, SubjectResults>;
}

/**
 * One run of the command line over all of these files, and what is true of it whoever was judged: it ends in time with
 * a finding or in doubt, says nothing of itself, stays small, and leaves reports that are well formed and do nothing.
 */
export async function judged(
  t: TestContext,
  { files, words, seconds }: { files: readonly string[]; words: readonly string[]; seconds: number },
): Promise<JudgedRun> {
  const proofkey = new ProofkeyProcess(t, ['run', '--workers', '4', ...words, ...files]);
  let memory = 0;
  const timer = setInterval(() => {
    memory = Math.max(memory, proofkey.peakMemory());
  }, 200);
  const run = await proofkey.finished().finally(() => clearInterval(timer));
  assert.ok(run.code === 1 || run.code === 3, `exit ${run.code}\n${run.stderr}\n${run.stdout.slice(-4000)}`);
  assert.ok(run.seconds < seconds, `${run.seconds} s`);
  assert.ok(memory < memoryLimit, `${memory >> 20} MB`);
  assertPresentable(run);
  for (const output of ['stdout', 'stderr'] as const) {
    assertNothingObeyed(run[output], output);
    assertNoCommand(run[output], output);
  }
  await assertHarmlessFiles(proofkey.out);
  const { results } = run;
  assert.ok(results !== undefined);
  await assertHarmlessForms(results);
  assert.deepEqual(results.harness, []);
  assert.deepEqual(await proofkey.leftBehind(), [], 'no process is left behind');
  return { run, subjects: new Map(results.subjects.map((subject) => [subject.name, subject])) };
}

/** A subject file for the mock behind something that changes its answers. */
export async function serverFile(t: TestContext, name: string, intercept: Interceptor): Promise<string> {
  const { issuer } = await mockBehindProxy(t, intercept);
  return subjectFile(t, subjectAt(issuer), `${dashed(name)}.yaml`);
}

/** Ids and verdicts of negative requirements that passed. */
export function negativesWon({ requirements }: SubjectResults): string[] {
  return requirements.filter(isNegativeWon).map(({ id }) => id);
}

/** The name that a subject has by its file. */
export function dashed(name: string): string {
  return name.replaceAll(/[^\w]+/g, '-');
}

export function mapped<Value, Result>(
  values: Record<string, Value>,
  change: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}
