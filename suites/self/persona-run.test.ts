import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import type { Declared } from '../../connection/subject.js';
import { assertRefused } from './presentable.js';
import { runProofkey } from './proofkey-process.js';

const only = ['--only', 'client/profile/refused-code', '--only', 'client/code/login-completes'];
const row = 'client/profile/refused-code';
const reference = fileURLToPath(new URL('../../fixtures/clients/reference/driver.js', import.meta.url));

/** A client that takes whatever comes with status 200 for a login. */
function careless(t: TestContext, fails: Declared[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-persona-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const driver = { module: [reference, 'rp-profile-200-is-success'] };
  const file = join(folder, 'careless.yaml');
  writeFileSync(file, stringify({ version: 1, client: { driver }, fails }));
  return file;
}

test('a client is judged once with each persona, and told apart', async (t) => {
  const file = careless(t);
  const run = await runProofkey(t, ['--profile', 'slack', '--profile', 'notion', ...only, file]);
  assert.equal(run.code, 1);
  const found = run.results?.subjects.map(({ name, meets, outcome }) => [
    name,
    meets?.profile,
    outcome.undeclared,
  ]);
  assert.deepEqual(found, [
    ['careless @ slack', 'slack', [row]],
    ['careless @ notion', 'notion', []],
  ]);
  assert.match(run.stdout, /CLIENTS BY PROVIDER PROFILE/);
  assert.match(run.stdout, /slack +✗ 1 finding/);
  assert.match(run.stdout, /notion +✓ 2 pass/);
  assert.match(run.stdout, new RegExp(`npx proofkey run --profile slack --only ${row} `));
});

test('what is declared for a persona counts there, and nowhere else', async (t) => {
  const declared = careless(t, [{ id: row, profile: 'slack', reason: 'known' }]);
  assert.equal((await runProofkey(t, ['--profile', 'slack', ...only, declared])).code, 0);
  const stale = careless(t, [{ id: row, profile: ['slack', 'notion'] }]);
  const run = await runProofkey(t, ['--profile', 'notion', ...only, stale]);
  assert.equal(run.code, 1);
  assert.deepEqual(run.results?.subjects[0]?.outcome.stale, [row]);
});

test('rows about a persona need one', async (t) => {
  const run = await runProofkey(t, ['--only', row, careless(t)]);
  assertRefused(run, /say which by --profile/);
});

test('a profile that does not exist is refused with the nearest', async (t) => {
  const run = await runProofkey(t, ['--profile', 'slakc', careless(t)]);
  assertRefused(run, /unknown profile "slakc"; did you mean "slack"\?/);
});

test('a profile is for clients', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-persona-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'server.yaml');
  writeFileSync(file, stringify({ version: 1, server: { mock: {} } }));
  assertRefused(await runProofkey(t, ['--profile', 'slack', file]), /no "client" section/);
});
