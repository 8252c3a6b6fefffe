import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { after, test } from 'node:test';
import { startMockProvider } from '../index.js';
import { authorizationParameters, Browser, newVerifier, send, tokens } from '../testing/relying-party.js';

const token = 'the-admin-token';
const provider = await startMockProvider({ approval: 'automatic', admin: { token } });
after(() => provider.close());
const { issuer } = provider;

function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const content = body === undefined ? {} : { 'content-type': 'application/json' };
  return send(`${issuer}/_proofkey${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...content, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Status for a Host header of one's choice, which fetch does not allow. */
function statusForHost(address: string, host: string, authorization = `Bearer ${token}`): Promise<number> {
  return new Promise((resolve, reject) => {
    httpRequest(`${address}/_proofkey/tenants`, { headers: { host, authorization } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

test('the admin API is off unless a token is set, and health is always on', async (t) => {
  const plain = await startMockProvider();
  t.after(() => plain.close());
  assert.equal((await send(`${plain.issuer}/_proofkey/tenants`)).status, 404);
  assert.equal(await statusForHost(plain.issuer, '127.0.0.1', 'Bearer undefined'), 404);
  assert.deepEqual((await send(`${plain.issuer}/_proofkey/health`)).body, { status: 'ok' });
});

test('without the token there is no way in', async () => {
  for (const authorization of [
    '',
    'Bearer',
    'Bearer wrong',
    `Basic ${token}`,
    `Bearer ${token}x`,
    'Bearer undefined',
  ]) {
    const { status, headers } = await call('GET', '/tenants', undefined, { authorization });
    assert.equal(status, 401, authorization);
    assert.match(headers.get('www-authenticate') ?? '', /^Bearer realm=/);
  }
  assert.equal((await send(`${issuer}/_proofkey/tenants?access_token=${token}`)).status, 401);
});

test('a Host header that names another host is refused (DNS rebinding)', async () => {
  const { port } = new URL(issuer);
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, '[::1]', 'LOCALHOST'])
    assert.equal(await statusForHost(issuer, host), 200, host);
  for (const host of [
    'evil.example',
    `127.0.0.1.evil.example:${port}`,
    'a@127.0.0.1',
    '0.0.0.0',
    '192.168.0.1',
  ])
    assert.equal(await statusForHost(issuer, host), 403, host);
});

test("an exposed admin API is reached by the server's own names", async (t) => {
  const exposed = await startMockProvider({
    host: '0.0.0.0',
    issuer: 'http://mock.test:9400',
    admin: { token, exposed: true },
  });
  t.after(() => exposed.close());
  assert.equal(await statusForHost(exposed.address, 'mock.test:9400'), 200);
  assert.equal(await statusForHost(exposed.address, 'other.test:9400'), 403);
});

test('no other origin gets at the admin API from a browser', async () => {
  const preflight = await call('OPTIONS', '/tenants', undefined, { origin: 'https://evil.example' });
  assert.equal(preflight.status, 405);
  const { headers } = await call('GET', '/tenants', undefined, { origin: 'https://evil.example' });
  assert.equal(headers.get('access-control-allow-origin'), null);
});

test('only the listener of the default tenant has it', async () => {
  const own = await provider.addTenant({ name: 'own' });
  const headers = { authorization: `Bearer ${token}` };
  assert.equal((await send(`${own.issuer}/_proofkey/tenants`, { headers })).status, 404);
  await provider.addTenant({ name: 'below', path: true });
  assert.equal((await send(`${issuer}/t/below/_proofkey/tenants`, { headers })).status, 404);
});

test('tenants come and go', async () => {
  const taken = await call('POST', '/tenants', {
    name: 'taken',
    port: Number(new URL(provider.issuer).port),
  });
  assert.deepEqual([taken.status, taken.body.error], [409, 'invalid_request']);
  const created = await call('POST', '/tenants', { name: 'one', path: true, faults: ['answer-429'] });
  assert.deepEqual([created.status, created.body.issuer], [201, `${issuer}/t/one`]);
  assert.equal((await send(`${issuer}/t/one/jwks`)).status, 429);
  assert.equal((await call('POST', '/tenants', { name: 'one' })).status, 409);
  assert.equal((await call('DELETE', '/tenants/one')).status, 204);
  assert.equal((await send(`${issuer}/t/one/jwks`)).status, 404);
  assert.equal((await call('DELETE', '/tenants/default')).status, 400);
});

const typos: [string, string, unknown, RegExp][] = [
  ['GET', '/tenants/defualt/clock', undefined, /unknown tenant "defualt"; did you mean "default"\?/],
  [
    'PUT',
    '/tenants/default/faults',
    { faults: ['answer-492'] },
    /unknown fault .* did you mean "answer-429"/,
  ],
  ['PUT', '/tenants/default/faults', { fault: [] }, /unknown field "fault"; did you mean "faults"/],
  ['PUT', '/tenants/default/faults', { faults: 'delay' }, /faults must be an array/],
  ['PUT', '/tenants/default/faults', [], /the body must be an object/],
  ['POST', '/tenants/default/faults/next', { fault: 'stal' }, /did you mean "stall"/],
  ['POST', '/tenants/default/faults/next', { fault: 'stall', path: 'token' }, /path must be a path/],
  ['POST', '/tenants', { name: 'x', lifetime: {} }, /did you mean "lifetimes"/],
  ['POST', '/tenants', {}, /name is missing/],
  ['POST', '/tenants/default/clock/advance', { second: 1 }, /did you mean "seconds"/],
  ['POST', '/tenants/default/clock/advance', { seconds: -1 }, /seconds must be a whole number/],
  ['POST', '/tenants/default/tokens/expire', { type: 'token' }, /must be one of code, access_token/],
  ['POST', '/tenants/default/clients', { client_id: 'a', redirect_uri: [] }, /did you mean "redirect_uris"/],
  ['GET', '/tenants/default/journal?after=-1', undefined, /number of a journal entry/],
];

for (const [method, path, body, message] of typos) {
  test(`${method} ${path} ${JSON.stringify(body)} says what is wrong`, async () => {
    const answer = await call(method, path, body);
    assert.ok(answer.status === 400 || answer.status === 404, String(answer.status));
    assert.match(String(answer.body.error_description), message);
  });
}

test('a body must be JSON and say so', async () => {
  const path = '/tenants/default/faults';
  assert.equal((await call('PUT', path, {}, { 'content-type': 'text/plain' })).status, 415);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const broken = await send(`${issuer}/_proofkey${path}`, { method: 'PUT', headers, body: '{' });
  assert.deepEqual([broken.status, broken.body.error], [400, 'invalid_request']);
});

test('clients are listed without their secrets, and can be registered', async () => {
  const client = {
    client_id: 'late',
    client_secret: 'a very secret',
    redirect_uris: ['https://late.example/'],
  };
  const registered = await call('POST', '/tenants/default/clients', client);
  assert.equal(registered.status, 201);
  const listed = await call('GET', '/tenants/default/clients');
  assert.match(listed.text, /"late"/);
  assert.doesNotMatch(registered.text + listed.text, /a very secret/);
  assert.equal(provider.defaultTenant.clients.get('late')?.client_secret, 'a very secret');
});

test('revoking everything ends tokens and sessions; expiring advances the clock', async () => {
  const { access_token } = await tokens(issuer);
  const resource = () => send(`${issuer}/resource`, { headers: { authorization: `Bearer ${access_token}` } });
  assert.equal((await resource()).status, 200);
  const revoked = await call('POST', '/tenants/default/tokens/revoke');
  assert.ok(Number(revoked.body.revokedGrants) >= 1);
  assert.equal((await resource()).status, 401);

  provider.defaultTenant.approval = 'pages';
  const { code_challenge } = newVerifier();
  const url = `${issuer}/authorize?${authorizationParameters({ code_challenge })}`;
  const browser = new Browser();
  await browser.approve(url);
  await call('POST', '/tenants/default/tokens/revoke');
  assert.match((await browser.follow(url)).answer.text, /name="password"/);
  provider.defaultTenant.approval = 'automatic';

  const { now } = provider.defaultTenant.clock.state();
  const { body } = await call('POST', '/tenants/default/tokens/expire', { type: 'access_token' });
  assert.ok(Number(body.now) >= now + 3600);
});

test('the journal can be read from a number on, cleared, and leaves admin calls out', async () => {
  await call('DELETE', '/tenants/default/journal');
  await send(`${issuer}/jwks`);
  await send(`${issuer}/nowhere`);
  const entries = async (query = '') =>
    (await call('GET', `/tenants/default/journal${query}`)).body.entries as {
      number: number;
      path: string;
    }[];
  const all = await entries();
  assert.deepEqual(
    all.map(({ path }) => path),
    ['/jwks', '/nowhere'],
  );
  const later = await entries(`?after=${all[0]?.number}`);
  assert.deepEqual(
    later.map(({ path }) => path),
    ['/nowhere'],
  );
});

test('the live journal replays what was missed and goes on', { timeout: 5000 }, async () => {
  await call('DELETE', '/tenants/default/journal');
  await send(`${issuer}/missed`);
  const ended = new AbortController();
  const headers = { authorization: `Bearer ${token}`, 'last-event-id': '0' };
  const stream = await fetch(`${issuer}/_proofkey/tenants/default/journal/live`, {
    headers,
    signal: ended.signal,
  });
  assert.equal(stream.headers.get('content-type'), 'text/event-stream');
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  let received = '';
  const until = async (pattern: RegExp) => {
    while (!pattern.test(received)) received += (await reader?.read())?.value ?? '';
  };
  await until(/"path":"\/missed"[^\n]*\n\n/);
  await send(`${issuer}/live`);
  await until(/id: \d+\ndata: \{[^\n]*"path":"\/live"[^\n]*\}\n\n/);
  ended.abort();
});
