import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { assertRefused } from './presentable.js';
import { ProofkeyProcess, runProofkey } from './proofkey-process.js';
import { mockBehindProxy } from './servers/mock-behind-proxy.js';
import { builtInFile, subjectAt, subjectFile } from './subject-files.js';

const reference = fileURLToPath(new URL('../../fixtures/clients/reference/driver.js', import.meta.url));
const only = ['--only', 'server/{pkce,state}/*'];
const update = [...only, '--update-fails'];
const today = new Date().toISOString().slice(0, 10);
const found = (id: string) => `{ id: ${id}, reason: "found by proofkey on ${today}; say why it is so" }`;

/** The built-in subject in a file of its own, with a fault and with lists. */
function deviating(t: TestContext, lists: string): string {
  const text = readFileSync(builtInFile, 'utf8').replace(
    'mock: {}',
    'mock: { faults: [as-pkce-skip-verify] }',
  );
  return written(t, text + lists);
}

function written(t: TestContext, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-update-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'deviating.yaml');
  writeFileSync(file, text);
  return file;
}

test('the file declares what was found, and a second time nothing changes', async (t) => {
  const lists = (entries: string) => `fails: # known\n${entries}`;
  const before = lists(
    '  # fixed long ago\n  - { id: server/state/echo-exact }\n  - { id: server/code/single-use } # elsewhere\n',
  );
  const file = deviating(t, before);
  const head = readFileSync(file, 'utf8').slice(0, -before.length);
  const run = await runProofkey(t, [file, ...update]);
  assert.equal(run.code, 0, run.stdout + run.stderr);
  const declared = run.results?.subjects[0]?.requirements.filter(({ verdict }) => verdict === 'fail') ?? [];
  assert.ok(declared.length > 0 && declared.every((result) => result.declared === 'fails'));
  const added = declared.map(({ id }) => `  - ${found(id)}\n`).join('');
  const after = head + lists(`  - { id: server/code/single-use } # elsewhere\n${added}`);
  assert.equal(readFileSync(file, 'utf8'), after);
  assert.match(run.stderr, /\+ fails server\/pkce\/s256-verifier-mismatch\n/);
  assert.match(run.stderr, /- fails server\/state\/echo-exact\n/);
  const again = await runProofkey(t, [file, ...update]);
  assert.equal(again.code, 0);
  assert.equal(readFileSync(file, 'utf8'), after);
  assert.match(again.stderr, /nothing to change/);
  assert.equal((await runProofkey(t, [file, ...only])).code, 0);
});

test('what has expired is left to a person, and stays red', async (t) => {
  const file = deviating(t, 'fails: [{ id: server/pkce/s256-verifier-mismatch, until: 2020-01-01 }]\n');
  const run = await runProofkey(t, [file, ...update]);
  assert.equal(run.code, 1);
  assert.match(
    readFileSync(file, 'utf8'),
    /fails: \[\{ id: server\/pkce\/s256-verifier-mismatch, until: 2020-01-01 \}/,
  );
  assert.deepEqual(run.results?.subjects[0]?.outcome.expired, ['server/pkce/s256-verifier-mismatch']);
});

test('a list that somebody shares is left to a person, who is told what to write', async (t) => {
  const file = deviating(t, 'warns: &none []\nfails: *none\n');
  const before = readFileSync(file, 'utf8');
  const run = await runProofkey(t, [file, ...update]);
  assert.equal(run.code, 1);
  assert.equal(readFileSync(file, 'utf8'), before);
  assert.match(run.stderr, /was not changed.* By hand:\n {2}\+ fails server\/pkce/);
});

test('each persona of a client has its say in the one file', async (t) => {
  const driver = JSON.stringify([reference, 'rp-profile-200-is-success']);
  const file = written(t, `version: 1\nclient: { driver: { module: ${driver} } }\n`);
  const rows = ['--only', 'client/profile/refused-code', '--only', 'client/code/login-completes'];
  const words = ['--profile', 'slack', '--profile', 'notion', ...rows, '--update-fails', file];
  assert.equal((await runProofkey(t, words)).code, 0);
  assert.match(
    readFileSync(file, 'utf8'),
    /\nfails:\n {2}- \{ id: client\/profile\/refused-code, profile: slack, reason: "/,
  );
});

test('Ctrl-C leaves the file as it is', async (t) => {
  let tokens = 0;
  let proofkey: ProofkeyProcess | undefined;
  const { issuer } = await mockBehindProxy(t, ({ path, status }) => {
    if (path === '/token' && status === 200 && ++tokens === 10) proofkey?.kill('SIGINT');
    return undefined;
  });
  const file = subjectFile(t, subjectAt(issuer, { fails: [{ id: 'server/state/echo-exact' }] }));
  const before = readFileSync(file, 'utf8');
  proofkey = new ProofkeyProcess(t, ['run', file, '--update-fails']);
  assert.equal((await proofkey.finished()).code, 130);
  assert.equal(readFileSync(file, 'utf8'), before);
});

test('a file that somebody changes during the run is left alone', async (t) => {
  let changed = '';
  let file = '';
  const { issuer } = await mockBehindProxy(t, ({ path }) => {
    if (path !== '/token' || changed !== '') return undefined;
    changed = `${readFileSync(file, 'utf8')}# somebody was here\n`;
    writeFileSync(file, changed);
    return undefined;
  });
  file = subjectFile(t, subjectAt(issuer, { fails: [{ id: 'server/state/echo-exact' }] }));
  const run = await runProofkey(t, [file, '--only', 'server/state/*', '--update-fails']);
  assert.equal(run.code, 1, run.stdout);
  assert.equal(readFileSync(file, 'utf8'), changed);
  assert.match(run.stderr, /somebody else has changed it during the run/);
});

/** A file whose one declared deviation is none, and what somebody does at the first token request of its run. */
async function disturbed(t: TestContext, meanwhile: (file: string) => void): Promise<string> {
  let file = '';
  let done = false;
  const { issuer } = await mockBehindProxy(t, ({ path }) => {
    if (path === '/token' && !done) {
      done = true;
      meanwhile(file);
    }
    return undefined;
  });
  file = subjectFile(t, subjectAt(issuer, { fails: [{ id: 'server/state/echo-exact' }] }));
  return file;
}

test('what somebody else declares during the run does not weigh its results', async (t) => {
  const file = await disturbed(t, (path) =>
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^fails:\n.*\n/m, 'fails: []\n')),
  );
  const run = await runProofkey(t, [file, '--only', 'server/state/*', '--update-fails']);
  assert.match(readFileSync(file, 'utf8'), /^fails: \[\]$/m);
  assert.match(run.stderr, /somebody else has changed it during the run/);
  assert.equal(run.code, 1, run.stdout);
  assert.deepEqual(run.results?.subjects[0]?.outcome.stale, ['server/state/echo-exact']);
});

test('a file that goes or breaks during the run keeps neither its results nor those of others from being told', async (t) => {
  for (const meanwhile of [rmSync, (path: string) => writeFileSync(path, 'version: [')]) {
    const gone = await disturbed(t, meanwhile);
    const alone = await runProofkey(t, [gone, '--only', 'server/state/*', '--update-fails']);
    assert.match(alone.stderr, /was not changed, since .* By hand:\n {2}- fails server\/state\/echo-exact\n/);
    assert.equal(alone.code, 1, alone.stderr);
    assert.deepEqual(alone.results?.subjects[0]?.outcome.stale, ['server/state/echo-exact']);
  }
  const first = await disturbed(t, () => undefined);
  const second = await disturbed(t, rmSync);
  const both = await runProofkey(t, [first, second, '--only', 'server/state/*', '--update-fails']);
  assert.match(both.stderr, /: was changed\n {2}- fails server\/state\/echo-exact\n/);
  assert.match(both.stderr, /The results stay as they were/);
  assert.equal(both.code, 1, both.stderr);
  assert.equal(both.results?.subjects.length, 2);
});

test('without a file, in a shard, and where the file cannot be written, the run does not begin', async (t) => {
  assertRefused(await runProofkey(t, update), /--update-fails needs a subject file/);
  const file = deviating(t, '');
  assertRefused(await runProofkey(t, [file, ...update, '--shard', '1/2']), /Leave --shard out/);
  assertRefused(await runProofkey(t, [file, ...only, '--shard', '3/2']), /must be i\/n/);
});
