import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type Finished, ProofkeyProcess } from './proofkey-process.js';
import { throwAwayAdapter, throwAwayModule } from './throw-away-adapter.js';

/** Runs driver-check to its end, which leaves no process behind. */
async function checked(t: TestContext, words: readonly string[]): Promise<Finished> {
  const run = new ProofkeyProcess(t, ['driver-check', ...words]);
  const finished = await run.finished();
  assert.deepEqual(await run.leftBehind(), []);
  return finished;
}

function checkedAdapter(t: TestContext, change?: string, ...options: string[]): Promise<Finished> {
  return checked(t, [...options, '--', process.execPath, throwAwayAdapter(t, change)]);
}

/** Names of steps by their mark. */
function marked({ stdout }: Finished, mark: '✓' | '✗' | '!' | '–'): string[] {
  return [...stdout.matchAll(new RegExp(`^ +${mark} (.{23})`, 'gm'))].map(([, name]) => String(name).trim());
}

/** The one step that is wrong, with what stands below it. */
function assertWrong(run: Finished, step: string, ...texts: RegExp[]): void {
  assert.equal(run.code, 1, run.stdout + run.stderr);
  assert.ok(/^ +✗ .*$/m.exec(run.stdout)?.[0].includes(step), run.stdout);
  for (const text of texts) assert.match(run.stdout.replaceAll(/\s+/g, ' '), text);
}

test('an adapter that does everything right', async (t) => {
  const run = await checkedAdapter(t);
  assert.equal(run.code, 0, run.stdout + run.stderr);
  assert.deepEqual(marked(run, '✗'), []);
  assert.deepEqual(marked(run, '!'), []);
  for (const step of ['callback', 'refresh', 'revoke', 'logs', 'refused login', 'unknown operation'])
    assert.ok(marked(run, '✓').includes(step), `${step}: ${run.stdout}`);
  for (const step of [
    'client.concurrent',
    'client.native-loopback',
    'client.multi-as',
    'confidential client',
  ])
    assert.ok(
      marked(run, '✓').some((name) => name.startsWith(step)),
      `${step}: ${run.stdout}`,
    );
  assert.deepEqual(marked(run, '–'), ['clock', 'restart', 'public client']);
});

test('the same as a module, whose clock is moved for it', async (t) => {
  const run = await checked(t, ['--module', throwAwayModule(t), '--']);
  assert.equal(run.code, 0, run.stdout + run.stderr);
  assert.ok(marked(run, '✓').includes('clock'), run.stdout);
});

test('a program that is none', async (t) => {
  assertWrong(await checked(t, ['--', 'true']), 'start', /ended with exit code 0 before it answered/);
  assertWrong(
    await checked(t, ['--', './no-such-program']),
    'start',
    /cannot be run: .*ENOENT/,
    /Check the command/,
  );
});

test('no command, or a time limit that is none, is wrong usage', async (t) => {
  // The folder for reports, which this command has no use for, stands behind the wrong word.
  const limit = await checked(t, ['--time-limit', 'soon', '--', 'true']);
  assert.equal(limit.code, 2);
  assert.match(limit.stderr, /number of seconds/);
  const none = await checked(t, []);
  assert.equal(none.code, 2);
});

test('what an adapter wrote before it died is shown', async (t) => {
  const run = await checkedAdapter(t, "console.error('no such library'); process.exit(7);");
  assertWrong(run, 'start', /exit code 7/, /no such library/);
});

const slips: [name: string, change: string, step: string, ...texts: RegExp[]][] = [
  ['an operation that does not exist', "told.operations.push('refesh')", 'hello', /Did you mean "refresh"/],
  ['no callback', 'told.operations = ["reset", "authorize", "status"]', 'hello', /none named callback/],
  [
    'an unknown capability',
    "told.capabilities.push('client.refesh')",
    'start',
    /"capabilities" from: .*client\.refesh/,
  ],
  ['a word of its own', "operations.reset = () => ({ result: 'done' })", 'reset', /received "done"/],
  [
    'a member of its own',
    'const plain = operations.status; operations.status = (inputs) => ({ ...plain(inputs), expires: 5 })',
    'status',
    /expires is not a known key/,
  ],
  [
    'a client that keeps its old configuration',
    'const own = operations.reset; operations.reset = (inputs) => own({ ...inputs, clientId: "mine" })',
    'authorize',
    /expected client_id=client-/,
  ],
  [
    'another endpoint',
    "operations.authorize = () => ({ result: 'ok', url: 'http://127.0.0.1:1/authorize' })",
    'authorize',
    /received http:\/\/127\.0\.0\.1:1\/authorize/,
  ],
  [
    'a browser of its own',
    'const begin = operations.authorize; operations.authorize = async (inputs) => { const begun = await begin(inputs); await fetch(begun.url, { redirect: "manual" }); return begun; }',
    'authorize',
    /the client has opened it/,
  ],
  ['ok before the token request', "operations.callback = () => ({ result: 'ok' })", 'callback', /after none/],
  [
    'a fingerprint in another encoding',
    "const known = operations.status; operations.status = (inputs) => ({ ...known(inputs), accessToken: 'A'.repeat(43) })",
    'status',
    /accessToken .*does not have the right form/,
  ],
  [
    'an exception',
    'const end = operations.callback; operations.callback = async (inputs) => { const ended = await end(inputs); if (ended.error) throw new Error(ended.error); return ended; }',
    'refused login',
    /exit code 1/,
    /is an outcome/,
  ],
  [
    'a reset that forgets nothing',
    'const first = operations.reset; operations.reset = (inputs) => { const kept = tokens; first(inputs); tokens = kept ?? tokens; return { result: "ok" }; }',
    'reset again',
    /Forget tokens/,
  ],
  [
    'a log without the marker',
    'operations.logs = () => ({ result: "ok", lines: ["hello"] })',
    'logs',
    /logMarker/,
  ],
  [
    'an answer to everything',
    'operations["no-such-operation"] = () => ({ result: "ok" })',
    'unknown operation',
    /-32601/,
  ],
  [
    'one at a time, though it is said to be concurrent',
    'const each = answer; let turn = Promise.resolve(); answer = (line) => { turn = turn.then(() => each(line)); };',
    'client.concurrent',
    /the second began when the first was over/,
  ],
  [
    'one session for all',
    'const any = operations.status; operations.status = () => any({ session: [...tokens.keys()].at(-1) })',
    'client.two-sessions',
    /true and true/,
  ],
  [
    'no secret',
    'const open = operations.reset; operations.reset = ({ clientSecret, ...inputs }) => open(inputs)',
    'confidential client',
    /expected a token request with client_secret_basic, as reset says received none/,
  ],
];

for (const [name, change, step, ...texts] of slips)
  test(`it finds ${name}`, async (t) => assertWrong(await checkedAdapter(t, change), step, ...texts));

test('an operation that hello does not name is remarked upon, and does no harm', async (t) => {
  const run = await checkedAdapter(t, "told.operations = told.operations.filter((one) => one !== 'refresh')");
  assert.equal(run.code, 0, run.stdout);
  assert.match(run.stdout, /! unnamed operations .*answers refresh, which hello does not name/);
});

test('an adapter that says nothing ends with the time limit', async (t) => {
  const run = await checkedAdapter(t, 'answer = () => {}', '--time-limit', '0.5');
  assertWrong(run, 'start', /hello was not answered within 0\.5 s/);
  assert.ok(run.seconds < 20, `${run.seconds} s`);
});

test('an adapter that hangs in the middle, with a child of its own, ends with the time limit', async (t) => {
  const change = `import { spawn } from 'node:child_process';
    spawn('sleep', ['600'], { stdio: 'inherit' });
    process.on('SIGTERM', () => {});
    operations.callback = () => { for (;;) {} };`;
  const run = await checkedAdapter(t, change, '--time-limit', '1');
  assertWrong(run, 'callback', /callback was not answered within 1 s/);
  assert.ok(marked(run, '–').includes('refresh'), run.stdout);
  assert.ok(run.seconds < 30, `${run.seconds} s`);
});

test('an adapter that talks on standard output', async (t) => {
  const run = await checkedAdapter(t, "setInterval(() => console.log('still here'), 1)");
  assertWrong(run, 'start', /standard output .*still here/);
  assert.ok(run.seconds < 90, `${run.seconds} s`);
});

test('an adapter that dies at each login', async (t) => {
  const run = await checkedAdapter(t, 'operations.authorize = () => process.exit(3)');
  assertWrong(run, 'authorize', /ended with exit code 3/);
});

test('a slow adapter is right, and told that it is slow', async (t) => {
  const change =
    'const now = operations.callback; operations.callback = async (inputs) => { await new Promise((resolve) => setTimeout(resolve, 2100)); return now(inputs); }';
  const run = await checkedAdapter(
    t,
    `told.capabilities = []; told.operations.length = 4; told.operations.push('status'); ${change}`,
  );
  assert.equal(run.code, 0, run.stdout);
  assert.match(run.stdout, /! callback +took 2\.\d s/);
});

test('what an adapter writes cannot write to the terminal', async (t) => {
  const run = await checkedAdapter(t, "told.client = 'red \\u001b[31malert'");
  assert.equal(run.code, 0, run.stdout);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the very character that must not come through
  assert.doesNotMatch(run.stdout, /\u001b/);
});

test('Ctrl-C ends the adapter too', { timeout: 30_000 }, async (t) => {
  const adapter = throwAwayAdapter(
    t,
    `import { writeFileSync } from 'node:fs';
    operations.callback = () => { writeFileSync(new URL('./reached', import.meta.url), ''); return new Promise(() => {}); };`,
  );
  const run = new ProofkeyProcess(t, ['driver-check', '--', process.execPath, adapter]);
  const reached = join(dirname(adapter), 'reached');
  while (!exists(reached)) await new Promise((resolve) => setTimeout(resolve, 20));
  run.kill('SIGINT');
  assert.equal((await run.finished()).code, 130);
  assert.deepEqual(await run.leftBehind(), []);
});

function exists(file: string): boolean {
  try {
    readFileSync(file);
    return true;
  } catch {
    return false;
  }
}
