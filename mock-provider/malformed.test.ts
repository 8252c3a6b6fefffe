import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startMockProvider } from './index.js';
import { rawRequest, rawStatus } from './testing/raw-request.js';
import { codeRequest, send } from './testing/relying-party.js';

const token = 'an-admin-token';
const provider = await startMockProvider({ approval: 'automatic', admin: { token } });
await provider.addTenant({ name: 'deep', path: true });
after(() => provider.close());

const form = 'application/x-www-form-urlencoded';
const json = 'application/json';
const authorization = `Bearer ${token}`;

const paths = [
  '/authorize',
  '/token',
  '/revoke',
  '/introspect',
  '/register',
  '/userinfo',
  '/jwks',
  '/resource',
  '/resource/scoped',
  '/interaction/x',
  '/.well-known/oauth-authorization-server',
  '/.well-known/oauth-protected-resource/resource',
  '/t/deep/token',
  '/nowhere',
  '/_proofkey/tenants',
  '/_proofkey/tenants/default/faults',
  '/_proofkey/tenants/default/journal/live?after=zz',
];

const bodies: Record<string, { type: string; body: string | Buffer }> = {
  'an empty form': { type: form, body: '' },
  'bad percent-encoding': { type: form, body: 'grant_type=%zz&code=%&client_id=%E0%A4%A' },
  'NUL bytes': { type: form, body: 'grant_type=\0&client_id=de\0mo&code=%00&token=%00' },
  'bytes that are no UTF-8': { type: form, body: Buffer.from([0x67, 0x3d, 0xff, 0xfe, 0x80, 0x26, 0xc0]) },
  'only separators': { type: form, body: '&&&===&&=&' },
  'ten thousand parameters': { type: form, body: 'a=1&'.repeat(10_000) },
  'prototype names': {
    type: form,
    body: '__proto__=1&constructor=2&toString=3&grant_type=__proto__&client_id=constructor',
  },
  'prototype names as grant': {
    type: form,
    body: 'grant_type=constructor&client_id=toString&token=__proto__&code=valueOf',
  },
  'a lone surrogate': { type: form, body: 'client_id=%ED%A0%80&state=%ED%A0%80&redirect_uri=%ED%A0%80' },
  'JSON in a form': { type: form, body: '{"grant_type":"authorization_code"}' },
  'a form called JSON': { type: json, body: 'grant_type=authorization_code' },
  'truncated JSON': { type: json, body: '{"redirect_uris":["https://a' },
  'deep JSON': { type: json, body: '['.repeat(100_000) },
  'JSON null': { type: json, body: 'null' },
  'JSON number': { type: json, body: '1e999' },
  'JSON of wrong types': {
    type: json,
    body: '{"redirect_uris":{"length":1},"name":["x"],"clients":[[]],"faults":{"0":"delay"},"jwks":[],"scope":{}}',
  },
  'JSON with __proto__': {
    type: json,
    body: '{"__proto__":{"redirect_uris":["https://a.example/"]},"name":"ok"}',
  },
  multipart: { type: 'multipart/form-data; boundary=x', body: '--x\r\n\r\n--x--' },
  'no type': { type: '', body: 'grant_type=authorization_code' },
  'a nonsense type': { type: ';;;=/"', body: 'x' },
  'a type with quotes': { type: 'te"xt/\\x"y', body: 'x' },
  'an unknown charset': { type: `${form}; charset=klingon`, body: 'a=b' },
  'UTF-16': { type: `${form}; charset=utf-16`, body: Buffer.from('a=b', 'utf16le') },
  'a body over the limit': { type: form, body: 'a'.repeat(300_000) },
};

for (const [what, { type, body }] of Object.entries(bodies)) {
  test(`a POST with ${what} is never a 5xx`, async () => {
    for (const path of paths) {
      const headers = { 'Content-Type': type, Authorization: authorization };
      await neverServerError(path, rawRequest({ method: 'POST', path, headers, body }));
    }
  });
}

const methods = [
  'HEAD',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'PROPFIND',
  'SEARCH',
  'FOO',
  'get',
];
for (const method of methods) {
  test(`the method ${method} is never a 5xx`, async () => {
    for (const path of paths)
      await neverServerError(path, rawRequest({ method, path, headers: { authorization } }));
  });
}

const headerSets: Record<string, Record<string, string>> = {
  'a Basic header of nothing': { Authorization: 'Basic' },
  'a Basic header that is no base64': { Authorization: 'Basic %%%' },
  'a Basic header without colon': { Authorization: `Basic ${Buffer.from('abc').toString('base64')}` },
  'a Basic header with bad escapes': { Authorization: `Basic ${Buffer.from('%zz:%').toString('base64')}` },
  'a Basic header with NUL': { Authorization: `Basic ${Buffer.from('\0:\0').toString('base64')}` },
  'a Bearer header of nothing': { Authorization: 'Bearer' },
  'a Bearer header of spaces': { Authorization: 'Bearer       ' },
  'a Bearer header of 8 kB': { Authorization: `Bearer ${'a'.repeat(8000)}` },
  'a Bearer header in Latin-1': { Authorization: 'Bearer \xff\xfe' },
  'an unknown scheme': { Authorization: 'Negotiate abc' },
  'a cookie of nonsense': { Cookie: ';;=;=a;session_default;session_default=;__proto__=x' },
  'many cookies': { Cookie: 'a=b; '.repeat(2000) },
  'headers over the limit': { 'X-Large': 'a'.repeat(20_000) },
  'an Origin of nonsense': { Origin: '\xff://' },
  'a Host of nonsense': { Host: 'evil.example"><script>' },
  'an empty Host': { Host: '' },
  'a negative length': { 'Content-Length': '-1' },
  'a length of words': { 'Content-Length': 'many' },
  'length and chunks': { 'Content-Length': '3', 'Transfer-Encoding': 'chunked' },
  'an unknown encoding': { 'Content-Encoding': 'zip', 'Content-Length': '0' },
  'an unknown transfer coding': { 'Transfer-Encoding': 'gzip' },
  'an expectation': { Expect: 'the-unexpected' },
  'an upgrade': { Connection: 'Upgrade', Upgrade: 'websocket' },
  'HTTP/2 by upgrade': {
    Connection: 'Upgrade, HTTP2-Settings',
    Upgrade: 'h2c',
    'HTTP2-Settings': 'AAMAAABk',
  },
  'a Referer of nonsense': { Referer: '?#?#&=%' },
  'a Last-Event-ID of nonsense': { 'Last-Event-ID': '-1e9', Authorization: authorization },
};

for (const [what, headers] of Object.entries(headerSets)) {
  test(`${what} is never a 5xx`, async () => {
    for (const path of paths) {
      await neverServerError(path, rawRequest({ path, headers }));
      const typed = { 'Content-Type': form, ...headers };
      await neverServerError(path, rawRequest({ method: 'POST', path, headers: typed, body: 'a=b' }));
    }
  });
}

const targets: Record<string, string> = {
  'bad percent-encoding in the path': '/%zz/%',
  'encoded traversal': '/..%2f..%2fetc/passwd',
  traversal: '/../../token',
  'two slashes': '//token',
  'an absolute target': 'http://other.example/token?x=y',
  'an absolute target of nonsense': 'http://[::1/token',
  'an asterisk': '*',
  'no slash': 'token',
  'NUL in the path': '/tok%00en',
  'a raw NUL': '/tok\0en',
  'a raw line break': '/token\nX: y',
  'Latin-1 in the path': '/\xff\xfe',
  'a long path': `/${'a'.repeat(10_000)}`,
  'bad encoding in the query': '/authorize?client_id=%zz&redirect_uri=%&state=%ff',
  'a query of separators': '/authorize?&&==&',
  'several question marks': '/authorize?a?b?client_id=demo',
  'prototype names in the query': '/authorize?client_id=__proto__&redirect_uri=constructor',
  'NUL in the redirect URI': '/authorize?client_id=demo&redirect_uri=http://127.0.0.1/callback%00',
  'an endless scope': `/authorize?client_id=demo&redirect_uri=http://127.0.0.1/callback&scope=${'a+'.repeat(5000)}`,
  'an unlikely port':
    '/authorize?client_id=demo&redirect_uri=http://127.0.0.1:99999/callback&response_type=code',
  'an unlikely IPv6 port':
    '/authorize?client_id=demo&redirect_uri=http://[::1]:99999/callback&response_type=code',
  'a tenant of nonsense': '/t/%00/token',
  'a tenant without a path': '/t/deep',
  'a well-known of nonsense': '/.well-known/%zz/t/deep/%zz',
  'an admin path of nonsense': '/_proofkey/tenants/%zz/clock',
  'an interaction of nonsense': '/interaction/%00?%zz',
};

for (const [what, path] of Object.entries(targets)) {
  test(`${what} is never a 5xx`, async () => {
    for (const method of ['GET', 'POST'])
      await neverServerError(path, rawRequest({ method, path, headers: { authorization } }));
  });
}

test('bytes that are no HTTP at all end the connection, not the process', async () => {
  const nonsense = [
    '\0\0\0\0',
    '\x16\x03\x01\x02\x00',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    'GET\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
  ];
  for (const bytes of nonsense) await neverServerError('nonsense', Buffer.from(bytes, 'latin1'));
});

test('malformed pages of a real login are never a 5xx', async () => {
  provider.defaultTenant.approval = 'pages';
  const { headers } = await send(
    `${provider.issuer}/authorize?client_id=demo&response_type=code&redirect_uri=http://127.0.0.1/callback&code_challenge=${'a'.repeat(43)}&code_challenge_method=S256&login_hint=%00%22%3E`,
  );
  const path = headers.get('location') ?? '';
  const cookie = (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  for (const { type, body } of Object.values(bodies)) {
    const all = { 'Content-Type': type, Cookie: cookie };
    await neverServerError(path, rawRequest({ method: 'POST', path, headers: all, body }));
  }
  await neverServerError(path, rawRequest({ path, headers: { Cookie: cookie } }));
  const unlikely = `http://127.0.0.1:99999/callback&code_challenge=${'a'.repeat(43)}&code_challenge_method=S256`;
  const refused = await send(
    `${provider.issuer}/authorize?client_id=demo&response_type=code&redirect_uri=${unlikely}`,
  );
  assert.equal(refused.status, 400, 'no page can lead to a port that does not exist');
  provider.defaultTenant.approval = 'automatic';
});

async function neverServerError(what: string, bytes: Buffer): Promise<void> {
  const status = await rawStatus(provider.address, bytes);
  assert.ok(status < 500, `${what} was answered ${status}`);
  assert.equal((await send(`${provider.address}/_proofkey/health`)).status, 200);
}

test('after all that the server still works', async () => {
  assert.ok((await codeRequest(provider.issuer)).code);
});
