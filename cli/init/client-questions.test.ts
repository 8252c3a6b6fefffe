import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mock, Session } from './testing/session.js';

for (const [driver, answers, expected] of [
  ['module', { module: './adapter.mjs' }, { module: './adapter.mjs' }],
  ['interactive', {}, { interactive: { waitSeconds: 120 } }],
  [
    'exec',
    { command: 'cli login {issuer}' },
    { exec: { login: { command: ['cli', 'login', '{issuer}'] }, browser: 'program' } },
  ],
  [
    'exec',
    { command: 'cli login', 'browser-pattern': 'Open (http\\S+) "now"' },
    { exec: { login: { command: ['cli', 'login'] }, browser: { pattern: 'Open (http\\S+) "now"' } } },
  ],
  [
    'http',
    {
      'start-url': 'http://127.0.0.1:3000/in',
      'status-url': 'http://127.0.0.1:3000/me',
      authenticated: 'Hi: .*',
      'client-id': 'a: b',
    },
    {
      http: {
        startUrl: 'http://127.0.0.1:3000/in',
        statusUrl: 'http://127.0.0.1:3000/me',
        authenticated: 'Hi: .*',
      },
    },
  ],
  [
    'browser',
    { command: 'node app.mjs', authenticated: 'Hello' },
    {
      browser: {
        start: {
          command: ['node', 'app.mjs'],
          environment: {
            PORT: '{port}',
            ISSUER: '{issuer}',
            CLIENT_ID: '{clientId}',
            REDIRECT_URL: '{redirectUrl}',
          },
        },
        startUrl: 'http://127.0.0.1:{port}/login',
        statusUrl: 'http://127.0.0.1:{port}/me',
        authenticated: 'Hello',
      },
    },
  ],
] as const)
  test(`a client by ${driver}: ${Object.keys(answers).join(', ') || 'nothing else'}`, async (t) => {
    const session = new Session(t);
    await session.run({ what: 'client', driver, ...answers }, false);
    assert.deepEqual(session.subject.client?.driver, expected);
  });

test('both halves of a connection stand in one file', async (t) => {
  const { issuer } = await mock(t, { approval: 'automatic' });
  const session = new Session(t);
  await session.run({ what: 'both', issuer, 'client-id': 'demo', command: 'node adapter.mjs' }, false);
  const { connection, server, client: section } = session.subject;
  assert.ok(connection !== undefined && server !== undefined && section !== undefined);
});
