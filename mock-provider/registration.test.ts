import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startMockProvider } from './index.js';
import { codeRequest, post, redirectUri, send } from './testing/relying-party.js';

const provider = await startMockProvider({ approval: 'automatic' });
after(() => provider.close());

function register(metadata: unknown, contentType = 'application/json') {
  const body = typeof metadata === 'string' ? metadata : JSON.stringify(metadata);
  return send(`${provider.issuer}/register`, {
    method: 'POST',
    headers: { 'content-type': contentType },
    body,
  });
}

test('a registered client gets everything that RFC 7591 §3.2.1 asks for, and works', async () => {
  const { status, headers, body } = await register({ redirect_uris: [redirectUri], client_name: 'New' });
  assert.equal(status, 201);
  assert.equal(headers.get('cache-control'), 'no-store');
  assert.equal(body.client_secret_expires_at, 0);
  assert.deepEqual(body.response_types, ['code']);
  assert.deepEqual(body.grant_types, ['authorization_code']);
  assert.equal(body.token_endpoint_auth_method, 'client_secret_basic');
  const { client_id, client_secret } = body as Record<string, string>;
  const { client_id: _, ...request } = await codeRequest(provider.issuer, { client_id });
  const authorization = `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}`;
  assert.equal((await post(`${provider.issuer}/token`, request, { authorization })).status, 200);
});

test('a public client gets no secret', async () => {
  const { body } = await register({ redirect_uris: [redirectUri], token_endpoint_auth_method: 'none' });
  assert.ok(!('client_secret' in body) && !('client_secret_expires_at' in body));
});

const refused: [string, unknown][] = [
  ['invalid_client_metadata', 'no json'],
  ['invalid_client_metadata', '[]'],
  ['invalid_client_metadata', 'null'],
  [
    'invalid_client_metadata',
    { redirect_uris: [redirectUri], token_endpoint_auth_method: 'tls_client_auth' },
  ],
  ['invalid_client_metadata', { redirect_uris: [redirectUri], grant_types: ['password'] }],
  ['invalid_client_metadata', { redirect_uris: [redirectUri], grant_types: 'authorization_code' }],
  ['invalid_client_metadata', { redirect_uris: [redirectUri], response_types: ['token'] }],
  ['invalid_client_metadata', { grant_types: ['client_credentials'], response_types: ['code'] }],
  ['invalid_client_metadata', { redirect_uris: [redirectUri], scope: 'everything' }],
  ['invalid_client_metadata', { redirect_uris: [redirectUri], scope: ['read'] }],
  ['invalid_client_metadata', { redirect_uris: [redirectUri], client_name: 7 }],
  ['invalid_client_metadata', { redirect_uris: [redirectUri], application_type: 'desktop' }],
  [
    'invalid_client_metadata',
    { redirect_uris: [redirectUri], token_endpoint_auth_method: 'private_key_jwt' },
  ],
  ['invalid_client_metadata', { redirect_uris: [redirectUri], jwks: { keys: [null] } }],
  ['invalid_client_metadata', { redirect_uris: [redirectUri], jwks: { keys: [{ kty: 'oct', k: 'x' }] } }],
  ['invalid_client_metadata', { redirect_uris: [redirectUri], jwks: { keys: [{ kty: 'EC', d: 'x' }] } }],
  ['invalid_redirect_uri', {}],
  ['invalid_redirect_uri', { redirect_uris: [] }],
  ['invalid_redirect_uri', { redirect_uris: [7] }],
  ['invalid_redirect_uri', { redirect_uris: 'https://a.example/' }],
  ['invalid_redirect_uri', { redirect_uris: ['/callback'] }],
  ['invalid_redirect_uri', { redirect_uris: ['https://a.example/#x'] }],
  ['invalid_redirect_uri', { redirect_uris: ['https://u:p@a.example/'] }],
  ['invalid_redirect_uri', { redirect_uris: ['http://a.example/'] }],
  ['invalid_redirect_uri', { redirect_uris: ['http://localhost/'] }],
  ['invalid_redirect_uri', { redirect_uris: ['javascript:alert(1)'] }],
  ['invalid_redirect_uri', { redirect_uris: ['data:text/html,x'] }],
  ['invalid_redirect_uri', { redirect_uris: ['myapp://callback'] }],
];

for (const [error, metadata] of refused) {
  test(`registration refuses ${JSON.stringify(metadata)} with ${error}`, async () => {
    const { status, body } = await register(metadata);
    assert.deepEqual([status, body.error], [400, error]);
  });
}

test('metadata in another format than JSON are refused', async () => {
  const { status } = await register(JSON.stringify({ redirect_uris: [redirectUri] }), 'text/plain');
  assert.equal(status, 400);
});
