import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { stringify } from 'yaml';
import type { SubjectResults } from '../../results/run-results.js';
import { readCatalogue } from '../catalogue.js';
import { dishonestClients, liar } from './clients/dishonest.js';
import { isNegativeWon } from './negative-won.js';
import { assertPresentable, assertRefused } from './presentable.js';
import { ProofkeyProcess, requirementsOf, runProofkey } from './proofkey-process.js';

const clientRows = readCatalogue().filter(({ role, tier }) => role === 'client' && tier === 'core');
/** Without those that ask for a provider persona. */
const coreRows = clientRows.filter(({ id }) => !id.startsWith('client/profile/'));
const negativeRows = coreRows.filter(({ negative }) => negative);
type Behaviour = keyof typeof dishonestClients;

const reference = new URL('../../fixtures/clients/reference/driver.js', import.meta.url).href;

const behaviours = Object.keys(dishonestClients) as Behaviour[];
const hanging: Behaviour[] = ['hangs', 'loops for ever'];

test('a client that does no work wins nothing by it', async (t) => {
  const quick = behaviours.filter((behaviour) => !hanging.includes(behaviour));
  const subjects = await judged(t, quick, 5, []);
  for (const [behaviour, subject] of subjects)
    await t.test(behaviour, () => {
      assert.equal(subject.requirements.length, coreRows.length);
      assertNothingWon(subject);
    });
});

test('a client that does no work wins nothing at a provider persona either', async (t) => {
  const subjects = await judged(t, ['always answers ok', 'always answers rejected'], 5, [
    '--profile',
    'github-app',
  ]);
  for (const [behaviour, subject] of subjects) {
    await t.test(behaviour, () => {
      assert.equal(subject.requirements.length, clientRows.length);
      assertNothingWon(subject);
    });
  }
});

test('a client that never answers wins nothing by it, and does not hold the run up', async (t) => {
  const only = negativeRows.flatMap(({ id }) => ['--only', id]);
  const subjects = await judged(t, hanging, 1, only);
  for (const [behaviour, subject] of subjects)
    await t.test(behaviour, () => {
      assert.equal(subject.requirements.length, negativeRows.length);
      assertNothingWon(subject);
    });
});

/** One run for all of them: starting the harness takes longer than judging a client that does nothing. */
async function judged(
  t: TestContext,
  chosen: readonly Behaviour[],
  timeLimitSeconds: number,
  words: readonly string[],
): Promise<[Behaviour, SubjectResults][]> {
  const folder = temporaryFolder(t);
  const files = chosen.map((behaviour) =>
    subjectFile(folder, behaviour, dishonestClients[behaviour], { timeLimitSeconds }),
  );
  const process = new ProofkeyProcess(t, ['run', ...words, ...files]);
  const run = await process.finished();
  assert.ok(run.code === 1 || run.code === 3, run.stderr);
  assertPresentable(run);
  assert.deepEqual(await process.leftBehind(), [], 'no process is left behind');
  return chosen.map((behaviour, index) => [behaviour, run.results?.subjects[index] as SubjectResults]);
}

function assertNothingWon({ requirements, outcome }: SubjectResults): void {
  assert.ok(negativeRows.length > 15, 'negative requirements were part of the run');
  // Whole, so that a failure shows what the pass rested on.
  assert.deepEqual(requirements.filter(isNegativeWon), []);
  assert.notEqual(outcome.exitCode, 0);
  assert.deepEqual(outcome.crashed, []);
}

test('a client that claims a refusal while the wire shows the token request is found out', async (t) => {
  const folder = temporaryFolder(t);
  const file = subjectFile(folder, 'liar', liar(reference), {}, ['rp-state-unchecked']);
  const run = await runProofkey(t, ['--only', 'client/state/mismatch', file]);
  assert.equal(run.code, 1);
  const [result] = requirementsOf(run);
  assert.equal(result?.verdict, 'fail');
  assert.match(result?.message ?? '', /expected no token request after this response/);
  assert.match(result?.message ?? '', /the client reported rejected \(state_mismatch\)/);
});

test('a program that does nothing is refused before anything is judged', async (t) => {
  const file = join(temporaryFolder(t), 'nothing.yaml');
  writeFileSync(file, stringify({ version: 1, client: { driver: { stdio: ['true'] } } }));
  const run = await runProofkey(t, [file]);
  assertRefused(run, /client\.driver/, /ended with exit code 0 before it answered/);
});

test('a client that loops for ever is ended with the run that Ctrl-C ends', async (t) => {
  const folder = temporaryFolder(t);
  const file = subjectFile(folder, 'loops', dishonestClients['loops for ever'], {});
  const process = new ProofkeyProcess(t, ['run', file]);
  setTimeout(() => process.kill('SIGINT'), 5000);
  const run = await process.finished();
  assert.equal(run.code, 130);
  assert.deepEqual(await process.leftBehind(), []);
});

function subjectFile(
  folder: string,
  name: string,
  source: string,
  limits: { timeLimitSeconds?: number },
  parameters: string[] = [],
): string {
  const stem = name.replaceAll(' ', '-');
  writeFileSync(join(folder, `${stem}.mjs`), source);
  const driver = { module: [`./${stem}.mjs`, ...parameters] };
  const file = join(folder, `${stem}.yaml`);
  writeFileSync(file, stringify({ version: 1, client: { driver, ...limits } }));
  return file;
}

function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-clients-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
