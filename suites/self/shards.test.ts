import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Declared, DeclaredList, Subject } from '../../connection/subject.js';
import { assertRefused } from './presentable.js';
import {
  type Finished,
  ProofkeyProcess,
  requirementsOf,
  runProofkey,
  verdictsOf,
} from './proofkey-process.js';
import { mockSubject, subjectFile } from './subject-files.js';

const mismatch = 'server/pkce/s256-verifier-mismatch';
const only = ['--only', 'server/{pkce,state}/*'];

/** A mock that accepts any verifier, or has another fault. */
function deviating(
  t: TestContext,
  declared: Partial<Pick<Subject, DeclaredList>> = {},
  fault = 'as-pkce-skip-verify',
): string {
  const subject = mockSubject();
  const server = { ...subject.server, mock: { faults: [fault] } };
  return subjectFile(t, { ...subject, server, ...declared }, 'deviating.yaml');
}

/** What fails on it, in the chosen requirements. */
const known: Declared[] = [{ id: 'server/pkce/challenge-as-verifier' }, { id: mismatch }];

/** Two processes at a time, a shard each. */
function inTwo(t: TestContext, words: readonly string[]): { runs: Promise<Finished[]>; outs: string[] } {
  const shards = ['1/2', '2/2'].map((shard) => new ProofkeyProcess(t, ['run', ...words, '--shard', shard]));
  return { runs: Promise.all(shards.map((one) => one.finished())), outs: shards.map(({ out }) => out) };
}

function report(t: TestContext, outs: readonly string[]): Promise<Finished> {
  return new ProofkeyProcess(t, ['report', ...outs]).finished();
}

test('of two shards one fails, and together they are the run', async (t) => {
  const words = [deviating(t), ...only];
  const whole = await runProofkey(t, words);
  const { runs, outs } = inTwo(t, words);
  const shards = await runs;
  assert.deepEqual(shards.map(({ code }) => code).sort(), [0, 1], shards.map(({ stdout }) => stdout).join());
  const ids = shards.map((run) => requirementsOf(run).map(({ id }) => id));
  assert.ok(ids.every(({ length }) => length > 0));
  assert.deepEqual(
    ids.flat().sort(),
    requirementsOf(whole).map(({ id }) => id),
  );
  const merged = await report(t, outs);
  assert.equal(merged.code, 1);
  assert.deepEqual(verdictsOf(merged), verdictsOf(whole));
  assert.deepEqual(merged.results?.subjects[0]?.outcome, whole.results?.subjects[0]?.outcome);
  for (const [index, out] of outs.entries()) {
    const alone = await report(t, [out]);
    assert.ok(alone.code === 1 || alone.code === 3, 'a missing shard is never green');
    assert.match(alone.stdout.replace(/\s+/g, ' '), new RegExp(`shard ${2 - index} of 2 is missing`));
  }
});

test('what fails as declared is green in each shard and in the whole', async (t) => {
  const { runs, outs } = inTwo(t, [deviating(t, { fails: known }), ...only]);
  assert.deepEqual(
    (await runs).map(({ code }) => code),
    [0, 0],
  );
  const merged = await report(t, outs);
  assert.equal(merged.code, 0, merged.stdout);
  assert.match(merged.stdout, /known to fail/);
});

test('a declaration that is stale or expired is red when the shards are merged, and not before', async (t) => {
  for (const wrong of [
    { id: 'server/state/echo-exact' },
    { id: 'server/code/single-use', until: '2020-01-01' },
  ]) {
    const { runs, outs } = inTwo(t, [deviating(t, { fails: [...known, wrong] }), ...only]);
    assert.deepEqual(
      (await runs).map(({ code }) => code),
      [0, 0],
    );
    const merged = await report(t, outs);
    assert.equal(merged.code, 1, merged.stdout);
    assert.match(merged.stdout, new RegExp(`(STALE|EXPIRED) DECLARATIONS\n +${wrong.id}`));
  }
});

test('a shard with nothing to do is green, and is part of the whole', async (t) => {
  const words = [deviating(t, { fails: known }), '--only', mismatch];
  const { runs, outs } = inTwo(t, words);
  const [, second] = await runs;
  assert.deepEqual([second?.code, second?.results?.shard], [0, { index: 2, count: 2 }]);
  assert.deepEqual(second?.results?.subjects[0]?.requirements, []);
  assert.equal((await report(t, outs)).code, 0);
});

test('the report of a whole run is weighed by the day of that run', async (t) => {
  const today = new Date().toISOString().slice(0, 10);
  const fails = known.map((entry) => ({ ...entry, until: today }));
  const proofkey = new ProofkeyProcess(t, ['run', deviating(t, { fails }), ...only]);
  const run = await proofkey.finished();
  assert.equal(run.code, 0, run.stdout);
  const again = await report(t, [proofkey.out]);
  assert.equal(again.code, 0);
  assert.deepEqual(again.results, run.results);
});

test('what is flaky is told apart, and none of critical severity is', async (t) => {
  const flaky = [{ id: 'server/state/echo-exact', reason: 'two versions' }];
  const file = deviating(t, { flaky }, 'as-state-double-decode');
  const run = await runProofkey(t, [file, '--only', 'server/state/*']);
  assert.equal(run.code, 0, run.stdout + run.stderr);
  assert.match(run.stdout, /as declared, with 1 flaky/);
  assert.match(
    run.stdout,
    /FLAKY, WHATEVER THE VERDICT\n +server\/state\/echo-exact +this time fail\n +two versions/,
  );
  const critical = deviating(t, { flaky: [{ id: mismatch, reason: 'r' }] });
  const pattern = new RegExp(`flaky\\[0\\]\\.id: ${mismatch} is of critical severity`);
  assertRefused(await runProofkey(t, [critical, ...only]), pattern);
});
