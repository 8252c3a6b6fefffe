import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { stringify } from 'yaml';
import * as program from '../../fixtures/clients/reference/driver.js';
import { freePort } from '../../fixtures/process/free-port.js';
import { assertPresentable } from './presentable.js';
import { ProofkeyProcess, requirementsOf } from './proofkey-process.js';

const redirectUri = 'http://127.0.0.1:8765/callback';
const prompt = 'Begin a login in your client now';

/** A program that nothing but a person can start, and the person: both played here, the harness sees only the wire. */
test('a client that a person starts is judged from the wire', async (t) => {
  const issuer = `http://127.0.0.1:${await freePort()}`;
  const process = new ProofkeyProcess(t, [
    'run',
    '--interactive',
    '--only',
    'client/state/mismatch',
    '--only',
    'client/code/login-completes',
    subjectFile(t, { issuer, clientId: 'app', redirectUrl: redirectUri, settleSeconds: 1 }),
  ]);
  await configure(issuer);
  let logins = 0;
  process.onError((text) => {
    for (const _prompt of text.split(prompt).slice(1)) {
      logins++;
      void personLogsIn();
    }
  });
  const run = await process.finished();
  assert.equal(run.code, 0, run.stderr);
  assertPresentable(run);
  assert.match(run.stderr, new RegExp(`issuer: +${issuer}`));
  assert.match(run.stderr, /client\/state\/mismatch: A wrong state stops everything/);
  const [completes, mismatch] = requirementsOf(run);
  assert.equal(completes?.verdict, 'pass');
  assert.equal(mismatch?.verdict, 'pass');
  assert.ok(logins >= 5, `${logins} logins`);
  // No driver tells that the client is done, so the report says how long the wire was watched.
  assert.match(mismatch?.notes.join('\n') ?? '', /watched the wire for 1 s/);
});

test('a login that nobody begins decides nothing', async (t) => {
  const issuer = `http://127.0.0.1:${await freePort()}`;
  const client = {
    issuer,
    clientId: 'app',
    redirectUrl: redirectUri,
    driver: { interactive: { waitSeconds: 1 } },
  };
  const process = new ProofkeyProcess(t, ['run', '--only', 'client/state/mismatch', subjectFile(t, client)]);
  const run = await process.finished();
  assert.equal(run.code, 3, run.stderr);
  assertPresentable(run);
  const [result] = requirementsOf(run);
  assert.equal(result?.verdict, 'inconclusive');
  assert.match(result?.message ?? '', /no authorization request came within 1 s/);
});

async function configure(issuer: string): Promise<void> {
  const endpoints = {
    authorization: `${issuer}/authorize`,
    token: `${issuer}/token`,
    revocation: `${issuer}/revoke`,
    userinfo: `${issuer}/userinfo`,
  };
  await program.reset({
    issuer,
    endpoints,
    clientId: 'app',
    redirectUri,
    listen: false,
    scope: ['read'],
    resource: `${issuer}/resource`,
    logLevel: 'default',
    logMarker: 'marker',
    others: [],
  });
}

/** The person presses the button, and their browser goes where it is sent. */
async function personLogsIn(): Promise<void> {
  const begun = await program.authorize({});
  assert.equal(begun.result, 'ok', JSON.stringify(begun));
  if (begun.result !== 'ok') return;
  const answer = await fetch(begun.url, { redirect: 'manual' });
  const url = answer.headers.get('location');
  // A login that the harness only wanted to see begin ends with a page.
  if (url === null) assert.match(await answer.text(), /Begin another one/);
  else await program.callback({ url, method: 'GET', delivered: false });
}

function subjectFile(t: TestContext, client: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-person-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'phone.yaml');
  writeFileSync(file, stringify({ version: 1, client }));
  return file;
}
