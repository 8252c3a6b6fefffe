import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { ProofkeyProcess, requirementsOf } from './proofkey-process.js';
import { mockBehindProxy } from './servers/mock-behind-proxy.js';
import { subjectAt, subjectFile } from './subject-files.js';

test('Ctrl-C in the middle of a run keeps what was decided and leaves nothing behind', async (t) => {
  let tokens = 0;
  let proofkey: ProofkeyProcess | undefined;
  const { issuer } = await mockBehindProxy(t, ({ path, status }) => {
    if (path === '/token' && status === 200 && ++tokens === 40) proofkey?.kill('SIGINT');
    return undefined;
  });
  proofkey = new ProofkeyProcess(t, ['run', subjectFile(t, subjectAt(issuer))]);
  const run = await proofkey.finished();
  assert.equal(run.code, 130);
  assert.equal(run.results?.exitCode, 130);
  const requirements = requirementsOf(run);
  const verdicts = new Set(requirements.map(({ verdict }) => verdict));
  assert.ok(verdicts.has('pass') && verdicts.has('inconclusive'), `${[...verdicts]}`);
  const open = requirements.filter(({ message }) => message?.includes('ended before') ?? false);
  assert.ok(open.length > 20, 'what was not judged says so');
  assert.doesNotMatch(run.stdout + run.stderr, /^\s+at .*:\d+:\d+\)?$/m);
  await assertNothingLeft(proofkey);
});

async function assertNothingLeft(proofkey: ProofkeyProcess): Promise<void> {
  assert.deepEqual(await proofkey.leftBehind(), []);
  assert.deepEqual(readdirSync(proofkey.temporary), []);
}
