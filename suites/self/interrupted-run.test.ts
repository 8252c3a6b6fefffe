import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Reporter } from '../../reports/reporter.js';
import { reporters } from '../../reports/reporters.js';
import { readResults } from '../../results/read-results.js';
import { ProofkeyProcess, requirementsOf } from './proofkey-process.js';
import { mockBehindProxy } from './servers/mock-behind-proxy.js';
import { subjectAt, subjectFile } from './subject-files.js';

/** A run against a real server; `then` is called when it has issued so many tokens. */
async function runUntil(t: TestContext, count: number, then: (proofkey: ProofkeyProcess) => void) {
  let tokens = 0;
  let proofkey: ProofkeyProcess | undefined;
  const { issuer } = await mockBehindProxy(t, ({ path, status }) => {
    if (path === '/token' && status === 200 && ++tokens === count && proofkey !== undefined) then(proofkey);
    return undefined;
  });
  proofkey = new ProofkeyProcess(t, ['run', subjectFile(t, subjectAt(issuer))]);
  return { proofkey, run: await proofkey.finished() };
}

test('Ctrl-C in the middle of a run keeps what was decided and leaves nothing behind', async (t) => {
  const { proofkey, run } = await runUntil(t, 40, (running) => running.kill('SIGINT'));
  assert.equal(run.code, 130);
  assert.equal(run.results?.exitCode, 130);
  const requirements = requirementsOf(run);
  const verdicts = new Set(requirements.map(({ verdict }) => verdict));
  assert.ok(verdicts.has('pass') && verdicts.has('inconclusive'), `${[...verdicts]}`);
  const open = requirements.filter(({ message }) => message?.includes('ended before') ?? false);
  assert.ok(open.length > 20, 'what was not judged says so');
  assert.match(
    run.stderr,
    /^Ending the run; what was decided is reported\. Ctrl-C again ends it at once\.$/m,
  );
  assert.doesNotMatch(run.stdout + run.stderr, /^\s+at .*:\d+:\d+\)?$/m);
  await assertReports(proofkey.out);
  await assertNothingLeft(proofkey);
});

test('a second Ctrl-C ends it at once, without reports, and leaves no process and no plan behind', async (t) => {
  const { proofkey, run } = await runUntil(t, 10, (running) => {
    running.onError((text) => {
      if (text.includes('Ctrl-C again')) running.kill('SIGINT');
    });
    running.kill('SIGINT');
  });
  assert.equal(run.code, 130);
  assert.equal(run.results, undefined);
  await assertNothingLeft(proofkey);
});

/** Each file is there, and whole: it is what the results make of it. */
async function assertReports(out: string): Promise<void> {
  const results = readResults(out);
  const options = { paths: [], verbose: false, columns: 100, colors: false, folder: process.cwd() };
  const all = await Promise.all(Object.values<() => Promise<Reporter>>(reporters).map((load) => load()));
  const written = all.flatMap(({ file, render }) => (file === undefined ? [] : [{ file, render }]));
  assert.ok(written.length > 1);
  for (const { file, render } of written)
    assert.equal(readFileSync(join(out, file), 'utf8'), render(results, options), file);
}

async function assertNothingLeft(proofkey: ProofkeyProcess): Promise<void> {
  assert.deepEqual(await proofkey.leftBehind(), []);
  assert.deepEqual(readdirSync(proofkey.temporary), []);
}
