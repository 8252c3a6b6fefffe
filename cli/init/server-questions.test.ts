// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${NAME} is the notation of the file.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { UsageError } from '../usage-error.js';
import { listening, mock, Session, withVariable } from './testing/session.js';

test('a server is described by its metadata, its login page and a few answers', async (t) => {
  const { issuer } = await mock(t);
  const session = new Session(t);
  await session.asked(['server', issuer, 'demo', '', '', 'openid read', '', '', 'alice', '', '', '', '', '']);
  const { connection, server } = session.subject;
  assert.deepEqual(connection?.auth, {
    type: 'oauth',
    issuer,
    clientId: 'demo',
    clientType: 'public',
    clientAuthentication: 'none',
    redirect: { method: 'web', redirectUrl: 'http://127.0.0.1/callback' },
    scopes: ['openid', 'read'],
    pkce: { methods: ['S256'] },
    secretNames: ['accessToken', 'refreshToken'],
  });
  assert.deepEqual(server?.login, {
    fields: { username: 'alice', password: '${TEST_PASSWORD}' },
    submit: 'Sign in',
    approve: 'Allow',
    deny: 'Deny',
  });
  assert.match(session.shown, /The login page asks for username, password; its buttons are Sign in/);
  assert.match(
    session.shown,
    /export TEST_PASSWORD=… +# the password of alice\n +npx proofkey validate \S+\n +npx proofkey run /,
  );
});

test('who logs in sees the buttons of the approval page', async (t) => {
  const { issuer } = await mock(t);
  withVariable(t, 'INIT_TEST_PASSWORD', 'wonderland');
  const session = new Session(t);
  const answers = { issuer, 'client-id': 'demo', username: 'alice', 'password-env': 'INIT_TEST_PASSWORD' };
  await session.run(answers, false);
  assert.match(session.shown, /Logged in\. The approval page has the buttons .*Allow/);
  assert.doesNotMatch(session.shown + readFileSync(session.file, 'utf8'), /wonderland/);
  const { login } = session.subject.server ?? {};
  assert.ok(typeof login === 'object');
  assert.deepEqual([login.approve, login.deny], ['Allow', 'Deny']);
});

test('a wrong password is told, and the rest can still be answered', async (t) => {
  const { issuer } = await mock(t);
  withVariable(t, 'INIT_TEST_PASSWORD', 'not-the-password');
  const session = new Session(t);
  await session.run(
    { issuer, 'client-id': 'demo', username: 'alice', 'password-env': 'INIT_TEST_PASSWORD' },
    false,
  );
  assert.match(session.shown, /Logging in did not lead to an approval page/);
  assert.ok(session.subject.server?.login !== undefined);
});

test('a server that asks nobody needs no login', async (t) => {
  const { issuer } = await mock(t, { approval: 'automatic' });
  const session = new Session(t);
  await session.run({ issuer, 'client-id': 'demo' }, false);
  assert.equal(session.subject.server?.login, 'auto-approve');
});

test('an unknown client is told in the words of the server', async (t) => {
  const { issuer } = await mock(t);
  const session = new Session(t);
  await session.run({ issuer, 'client-id': 'nobody', username: 'alice' }, false);
  assert.match(session.shown, /did not lead to a login page: 4\d\d/);
});

test('without metadata the endpoints are asked for', async (t) => {
  const origin = await listening(t, (_request, response) => void response.writeHead(404).end());
  const session = new Session(t);
  await session.asked(['server', origin, `${origin}/a`, `${origin}/t`, 'demo', '', '', '-', 'none']);
  assert.match(session.shown, /publishes no metadata\. Tried:/);
  const { connection, server: section } = session.subject;
  assert.equal(connection?.auth.authorizationUrl, `${origin}/a`);
  assert.equal(connection?.auth.tokenUrl, `${origin}/t`);
  assert.equal(connection?.auth.issuer, undefined);
  assert.equal(section?.login, undefined);
});

test('metadata that name the issuer of somebody else are not believed', async (t) => {
  const { issuer } = await mock(t);
  const session = new Session(t);
  const other = issuer.replace('127.0.0.1', 'localhost');
  await assert.rejects(session.run({ issuer: other, 'client-id': 'demo' }, false), (error) => {
    assert.ok(error instanceof UsageError);
    assert.match(error.message, /on another host than/);
    return true;
  });
  assert.equal(existsSync(session.file), false);
});

/** A server whose metadata name a host that is not its own; its issuer. */
function namingAnother(t: TestContext): Promise<string> {
  return listening(t, (request, response) => {
    const issuer = `http://${request.headers.host}`;
    const metadata = {
      issuer,
      authorization_endpoint: 'http://localhost:1/a',
      token_endpoint: `${issuer}/t`,
    };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(metadata));
  });
}

test('hosts that only metadata name are added by a person or the command line alone', async (t) => {
  const issuer = await namingAnother(t);
  const alone = new Session(t);
  await alone.run({ issuer, 'client-id': 'demo', login: 'none' }, false);
  assert.equal(alone.subject.server?.hosts, undefined);
  assert.match(
    alone.shown,
    /the server names the host localhost, which the subject file does not; nothing was sent there/,
  );
  const told = new Session(t);
  await told.run({ issuer, 'client-id': 'demo', login: 'none', host: 'localhost' }, false);
  assert.deepEqual(told.subject.server?.hosts, ['localhost']);
});

test('hosts that only metadata name are not added where defaults are taken unseen', async (t) => {
  const issuer = await namingAnother(t);
  const session = new Session(t);
  session.input.end();
  await session.run({ issuer, 'client-id': 'demo', login: 'none' }, true, true);
  assert.equal(session.subject.server?.hosts, undefined);
  const asked = new Session(t);
  await asked.asked(['server', '', '', '', ''], { issuer, 'client-id': 'demo', login: 'none' });
  assert.deepEqual(asked.subject.server?.hosts, ['localhost']);
});

test('a server elsewhere is tested only if somebody permits it', async (t) => {
  const session = new Session(t);
  const elsewhere = {
    what: 'server',
    issuer: '',
    'authorization-url': 'https://as.invalid/a',
    'token-url': 'https://as.invalid/t',
    'client-id': 'x',
    login: 'none',
  };
  await assert.rejects(session.run(elsewhere, false), /--authorized <words>/);
  await session.run({ ...elsewhere, authorized: 'we operate "it"' }, false);
  assert.equal(session.subject.server?.authorized, 'we operate "it"');
});

test('a confidential client has its secret in the environment', async (t) => {
  const session = new Session(t);
  const endpoints = { 'authorization-url': 'https://as.example/a', 'token-url': 'https://as.example/t' };
  await session.asked(
    [
      'manifest',
      '',
      'x',
      'confidential',
      'client_secret_post',
      'hunter2',
      'MY_SECRET',
      'com.example.app:/cb',
      '',
    ],
    endpoints,
  );
  assert.match(session.shown, /Write the name of an environment variable/);
  const { connection, server } = session.subject;
  assert.equal(connection?.auth.clientSecret, '${MY_SECRET}');
  assert.equal(connection?.auth.clientAuthentication, 'client_secret_post');
  assert.deepEqual(connection?.auth.redirect, {
    method: 'app-uri',
    uriScheme: 'com.example.app',
    callbackPath: '/cb',
  });
  assert.equal(server, undefined);
  assert.doesNotMatch(readFileSync(session.file, 'utf8'), /hunter2/);
  assert.doesNotMatch(session.shown, /proofkey run/);
});

test('a redirect URI that no manifest can hold is asked for again, and never becomes another', async (t) => {
  const session = new Session(t);
  const answers = {
    ...{ 'authorization-url': 'https://as.example/a', 'token-url': 'https://as.example/t' },
    ...{ 'client-id': 'x', 'client-type': 'public', scopes: '-' },
  };
  await session.asked(
    ['manifest', '', 'com.example.app:///cb', 'Com.Example:/cb', 'com.example.app://cb'],
    answers,
  );
  assert.equal(session.shown.match(/A manifest cannot hold this redirect URI/g)?.length, 2);
  const { redirect } = session.subject.connection?.auth ?? {};
  assert.deepEqual(redirect, { method: 'app-scheme', scheme: 'com.example.app', callbackPath: '/cb' });
  const alone = new Session(t);
  await assert.rejects(
    alone.run({ what: 'manifest', issuer: '', ...answers, 'redirect-url': 'com.example.app:///cb' }, false),
    (error) => error instanceof UsageError && /^--redirect-url: A manifest cannot hold/.test(error.message),
  );
  assert.equal(existsSync(alone.file), false);
});

test('what a hostile server says of itself ends neither in the terminal nor as a field', async (t) => {
  const hostile = 'x\u001b[2J\u202e: y # z\nfails: []';
  const issuer = await listening(t, (request, response) => {
    const issuer = `http://${request.headers.host}`;
    if (request.url?.startsWith('/.well-known'))
      response.writeHead(200, { 'content-type': 'application/json' }).end(
        JSON.stringify({
          ...{ issuer, authorization_endpoint: `${issuer}/a`, token_endpoint: `${issuer}/t` },
          scopes_supported: [hostile, 'read', '- {', '${HOME}'],
        }),
      );
    else
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(
          `<form><input name='${hostile}'><input name="p" type="password"><button>${hostile}</button></form>`,
        );
  });
  const session = new Session(t);
  await session.run({ issuer, 'client-id': 'demo', username: 'alice: #', scopes: 'read' }, false);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that there is none is the point
  assert.doesNotMatch(session.shown, /[\u001b\u202e]/);
  const { connection, server: section, fails } = session.subject;
  assert.deepEqual(connection?.auth.scopes, ['read']);
  assert.deepEqual(fails, []);
  const { login } = section ?? {};
  assert.ok(typeof login === 'object');
  assert.equal(Object.values(login.fields)[0], 'alice: #');
  assert.equal(login.fields.p, '${TEST_PASSWORD}');
});
