import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runProofkey, verdictsOf } from './proofkey-process.js';
import { ServedMock } from './served-mock.js';
import { throwAwayAdapter } from './throw-away-adapter.js';

const program = fileURLToPath(new URL('../../cli/main.js', import.meta.url));

/** The file that `proofkey init` writes, as people call it where nobody can be asked. */
function initialised(t: TestContext, words: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-init-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const { status, stderr } = spawnSync(process.execPath, [program, 'init', ...words], {
    ...{ cwd: folder, encoding: 'utf8', timeout: 60_000, stdio: ['ignore', 'pipe', 'pipe'] },
    env: { ...process.env, ...env },
  });
  assert.equal(status, 0, stderr);
  return join(folder, 'subject.yaml');
}

function chosen(ids: readonly string[]): string[] {
  return ids.flatMap((id) => ['--only', id]);
}

test('serve, init, run: a server is judged without a line written by hand', async (t) => {
  const issuer = await new ServedMock(t, []).told('Issuer');
  const env = { TEST_PASSWORD: 'wonderland' };
  const file = initialised(t, [issuer, '--client-id', 'demo', '--username', 'alice'], env);
  const ids = [
    'connection/issuer/identifier',
    'server/authz-request/code-roundtrip',
    'server/authz-request/consent-denied',
    'server/code/single-use',
  ];
  const run = await runProofkey(t, [file, ...chosen(ids)], env);
  assert.deepEqual(
    verdictsOf(run).sort(),
    ids.map((id) => `${id}: pass`),
    run.stdout,
  );
  assert.equal(run.code, 0);
  assert.doesNotMatch(readFileSync(file, 'utf8'), /wonderland/);
});

test('init, run: a client is judged by its adapter', async (t) => {
  const command = `node ${throwAwayAdapter(t)}`;
  const file = initialised(t, ['--what', 'client', '--driver', 'stdio', '--command', command]);
  const ids = ['client/code/login-completes', 'client/state/mismatch'];
  const run = await runProofkey(t, [file, ...chosen(ids)]);
  assert.deepEqual(
    verdictsOf(run).sort(),
    ids.map((id) => `${id}: pass`),
    run.stdout,
  );
  assert.equal(run.code, 0);
});
