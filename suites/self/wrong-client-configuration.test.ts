import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { stringify } from 'yaml';
import { freePort } from '../../fixtures/process/free-port.js';
import { assertRefused } from './presentable.js';
import { type Finished, ProofkeyProcess } from './proofkey-process.js';
import { listening } from './servers/listening.js';

/** Runs a file with this client section to its end, which leaves no process behind. */
async function runOf(t: TestContext, client: object, env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  const process = new ProofkeyProcess(t, ['run', fileOf(t, client)], env);
  const run = await process.finished();
  assert.deepEqual(await process.leftBehind(), []);
  return run;
}

function fileOf(t: TestContext, client: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-client-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'subject.yaml');
  writeFileSync(file, stringify({ version: 1, client }));
  return file;
}

/** An adapter that says only this. */
function saying(source: string): object {
  return { driver: { stdio: [process.execPath, '--eval', source] } };
}

test('an adapter that ends at once: its place in the file, its last words, and what tells more', async (t) => {
  const run = await runOf(t, saying("console.error('no such library'); process.exit(3)"));
  assertRefused(
    run,
    /subject\.yaml:\d+:\d+ client\.driver\.stdio: .*exit code 3/,
    /It wrote:\n\s+no such library/,
    /npx proofkey driver-check -- /,
  );
});

test('a program and a module that are not there', async (t) => {
  assertRefused(
    await runOf(t, { driver: { stdio: ['no-such-program'] } }),
    /cannot be run: .*no-such-program/,
  );
  assertRefused(
    await runOf(t, { driver: { module: './no.mjs' } }),
    /client\.driver\.module: there is no module/,
  );
});

test('an adapter that speaks something else', async (t) => {
  assertRefused(await runOf(t, saying("console.log('Hello!')")), /answers nothing.*Received: Hello!/);
  const old = `console.log(JSON.stringify({ id: 1, result: { contract: 0 } })); process.stdin.resume()`;
  assertRefused(await runOf(t, saying(old)), /client\.driver\.stdio: .*contract/);
});

test('an adapter that never answers is ended at the limit', async (t) => {
  const run = await runOf(t, { ...saying('process.stdin.resume()'), timeLimitSeconds: 1 });
  assertRefused(run, /hello was not answered within 1 s/);
});

test('Ctrl-C does not wait for an adapter that never answers', async (t) => {
  // It says by a connection that it was started.
  const server = createServer();
  const connected = once(server, 'connection');
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  t.after(() => server.close());
  const client = saying(`require('node:net').connect(${port}).on('error', () => {}); process.stdin.resume()`);
  const process = new ProofkeyProcess(t, ['run', fileOf(t, client)]);
  await connected;
  process.kill('SIGINT');
  const run = await process.finished();
  assert.equal(run.code, 130);
  assert.ok(run.seconds < 8, `it took ${run.seconds} s`);
  assert.deepEqual(await process.leftBehind(), []);
});

test('a port that is taken is no place for the mock', async (t) => {
  const issuer = await listening(t, () => {});
  const run = await runOf(t, { driver: { interactive: {} }, issuer });
  assertRefused(run, /subject\.yaml:\d+:\d+ client\.issuer: something listens at http:/);
});

test('an application that is not up, is elsewhere, or has no program', async (t) => {
  const at = (origin: string, start = {}) => ({
    driver: {
      http: { startUrl: `${origin}/login`, statusUrl: `${origin}/me`, authenticated: 'a', ...start },
    },
  });
  const nothing = `http://127.0.0.1:${await freePort()}`;
  assertRefused(
    await runOf(t, at(nothing)),
    /client\.driver\.http\.statusUrl: the application does not answer/,
  );
  // An address of the documentation range (RFC 5737), which needs no resolver.
  assertRefused(await runOf(t, at('http://192.0.2.1')), /client\.driver\.http\.startUrl: .*not this machine/);
  const start = { start: { command: ['no-such-program'] } };
  assertRefused(
    await runOf(t, at(nothing, start)),
    /http\.start\.command: there is no program "no-such-program"/,
  );
});

test('what comes from the environment is not shown, also where it is in the way', async (t) => {
  const environment = { HTTP_TOKEN: 'a ${' + 'HUSH} {no}' };
  const exec = { login: { command: [process.execPath], environment }, browser: 'program' };
  const run = await runOf(t, { driver: { exec } }, { HUSH: 'secret-of-the-environment' });
  assertRefused(
    run,
    /client\.driver\.exec\.login\.environment\.HTTP_TOKEN: nothing is known by the name of \{no\}/,
  );
  assert.doesNotMatch(run.stderr, /secret-of-the-environment/);
});
