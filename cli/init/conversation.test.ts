import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { Interrupted, UsageError } from '../usage-error.js';
import { mock, Session } from './testing/session.js';
import { writeSubject } from './write-subject.js';

test('a wrong answer is asked for again, with what is expected; ? tells more', async (t) => {
  const session = new Session(t);
  await session.asked(['x', '?', 'client', 'stdio', '', 'python3 adapter.py']);
  assert.match(session.shown, /Write one of: server, client, both, manifest\./);
  assert.match(session.shown, /the built-in mock takes the place of its server/);
  assert.match(session.shown, /Write the program and its arguments/);
  assert.deepEqual(session.subject.client?.driver, { stdio: ['python3', 'adapter.py'] });
});

test('an address where nobody answers is asked for again', async (t) => {
  const { issuer } = await mock(t, { approval: 'automatic' });
  const session = new Session(t);
  await session.asked(['server', 'http://127.0.0.1:1', issuer, 'demo', '', '', '', '']);
  assert.match(session.shown, /the connection was refused/);
  assert.equal(session.subject.connection?.auth.issuer, issuer);
});

test('with --yes only what has no default is asked', async (t) => {
  const { issuer } = await mock(t, { approval: 'automatic' });
  const session = new Session(t);
  session.input.end('demo\n');
  await session.run({ issuer }, true, true);
  assert.equal(session.shown.match(/^> $/gm)?.length ?? 0, 0);
  assert.deepEqual(session.shown.match(/^Client id$/gm), ['Client id']);
  assert.doesNotMatch(session.shown, /^Scopes$/m);
  assert.equal(session.subject.connection?.auth.clientId, 'demo');
});

test('the end of the input at any question ends it, and nothing is written', async (t) => {
  const all = ['client', 'exec', 'cli login', '-'];
  for (let count = 0; count < all.length; count++) {
    const session = new Session(t);
    await assert.rejects(session.asked(all.slice(0, count)), (error) => {
      assert.ok(error instanceof UsageError, String(error));
      assert.match(error.message, /^the input ended before the last question; nothing was written$/);
      return true;
    });
    assert.equal(existsSync(session.file), false);
  }
  const whole = new Session(t);
  await whole.asked(all);
  assert.ok(whole.subject.client !== undefined);
});

test('Ctrl-C at any question ends it, and nothing is written', async (t) => {
  for (const before of [[], ['client'], ['client', 'exec']]) {
    const session = new Session(t);
    // What a terminal in raw mode sends for Ctrl-C.
    Object.assign(session.input, { isTTY: true, setRawMode: () => session.input });
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
    const running = writeSubject({
      ...{ answers: {}, out: session.file, force: false, yes: false },
      streams: { input: session.input, output },
      write: () => undefined,
    });
    for (const line of before) session.input.write(`${line}\r`);
    session.input.write('\u0003');
    await assert.rejects(running, (error) => error instanceof Interrupted);
    assert.equal(existsSync(session.file), false);
  }
});

test('answers that contradict each other are told by field, and nothing is written', async (t) => {
  const session = new Session(t);
  const answers = {
    what: 'manifest',
    issuer: '',
    'authorization-url': 'https://as.example/a',
    'token-url': 'https://as.example/t',
    'client-id': 'x',
    'redirect-url': 'https:///cb',
  };
  await assert.rejects(session.run({ ...answers, 'redirect-url': 'data:/cb' }, false), (error) => {
    assert.ok(error instanceof UsageError);
    assert.match(
      error.message,
      /^the answers do not fit together, so nothing was written:\n {2}connection\.auth\.redirect/,
    );
    return true;
  });
  assert.equal(existsSync(session.file), false);
});

test('a file that is there is not overwritten, and nothing is asked for it', async (t) => {
  const session = new Session(t);
  await session.run({ what: 'client', command: 'a' }, false);
  const written = readFileSync(session.file, 'utf8');
  await assert.rejects(
    session.run({ what: 'client', command: 'b' }, false),
    /exists already\. Give another name, or --force/,
  );
  assert.equal(readFileSync(session.file, 'utf8'), written);
});
