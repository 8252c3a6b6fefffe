import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { startMockProvider } from './index.js';
import { post } from './testing/relying-party.js';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const grants = { grant_types: ['client_credentials'], scope: ['read'] };
const { publicKey, privateKey } = await generateKeyPair('ES256');
const provider = await startMockProvider({
  clients: [
    { client_id: 'signer', jwks: { keys: [await exportJWK(publicKey)] }, ...grants },
    { client_id: 'a b:c', client_secret: 's +:/%', ...grants },
    { client_id: 'poster', client_secret: 'x', token_endpoint_auth_method: 'client_secret_post', ...grants },
    { client_id: 'public', ...grants },
  ],
});
after(() => provider.close());
const tokenEndpoint = `${provider.issuer}/token`;
const form = { grant_type: 'client_credentials' };

async function assertion(changes: JWTPayload = {}, key: CryptoKey | Uint8Array = privateKey, alg = 'ES256') {
  const now = provider.defaultTenant.clock.now();
  const claims = {
    iss: 'signer',
    sub: 'signer',
    aud: provider.issuer,
    jti: crypto.randomUUID(),
    exp: now + 60,
  };
  return new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg }).sign(key);
}

function present(client_assertion: string, more: Record<string, string> = {}) {
  return post(tokenEndpoint, { ...form, client_assertion_type: assertionType, client_assertion, ...more });
}

test('a client assertion is accepted once, with the issuer or the token endpoint as audience', async () => {
  const once = await assertion();
  assert.equal((await present(once)).status, 200);
  const again = await present(once);
  assert.deepEqual([again.status, again.body.error], [401, 'invalid_client']);
  assert.equal((await present(await assertion({ aud: tokenEndpoint }))).status, 200);
  assert.equal((await present(await assertion({ aud: [provider.issuer] }))).status, 200);
});

test('a client assertion that is wrong in one thing is refused', async () => {
  const stranger = await generateKeyPair('ES256');
  const now = provider.defaultTenant.clock.now();
  const [header, payload] = (await assertion()).split('.');
  const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
  const wrong: Record<string, string> = {
    audience: await assertion({ aud: 'https://other.example' }),
    'no audience': await assertion({ aud: undefined as unknown as string }),
    issuer: await assertion({ iss: 'poster' }),
    subject: await assertion({ sub: 'poster' }),
    expired: await assertion({ exp: now - 1 }),
    'no expiry': await assertion({ exp: undefined as unknown as number }),
    'not yet valid': await assertion({ nbf: now + 60 }),
    'no jti': await assertion({ jti: undefined as unknown as string }),
    key: await assertion({}, stranger.privateKey),
    'symmetric algorithm': await assertion({}, new TextEncoder().encode('x'.repeat(64)), 'HS256'),
    'alg none': none,
    'no signature': `${header}.${payload}.`,
    'no JWT': 'nonsense',
  };
  for (const [what, value] of Object.entries(wrong)) {
    const { status, body } = await present(value, { client_id: 'signer' });
    assert.deepEqual([status, body.error], [401, 'invalid_client'], what);
  }
});

test('an assertion of another kind, or beside another method, is an invalid request', async () => {
  const mixed = [
    { client_assertion_type: 'urn:x' },
    { client_id: 'signer', client_secret: 'x' },
    { client_id: 'poster' },
  ];
  for (const more of mixed) {
    const { status } = await present(await assertion(), more as unknown as Record<string, string>);
    assert.ok([400, 401].includes(status), JSON.stringify(more));
  }
});

test('Basic credentials are form-encoded before they are joined', async () => {
  const basic = (pair: string) => ({ authorization: `Basic ${Buffer.from(pair).toString('base64')}` });
  assert.equal((await post(tokenEndpoint, form, basic('a+b%3Ac:s+%2B%3A%2F%25'))).status, 200);
  assert.equal((await post(tokenEndpoint, form, basic('a%20b%3Ac:s%20%2B:%2F%25'))).status, 200);
  for (const pair of ['a b:c:s +:/%', 'a+b%3Ac:wrong', 'a+b%3Ac:', ':x', 'poster:x', '%zz:x', 'nocolon']) {
    const { status, headers, body } = await post(tokenEndpoint, form, basic(pair));
    assert.deepEqual([status, body.error], [401, 'invalid_client'], pair);
    assert.match(headers.get('www-authenticate') ?? '', /^Basic /);
  }
});

test('each client authenticates by its own method only', async () => {
  const asPost = { ...form, client_id: 'a b:c', client_secret: 's +:/%' };
  assert.equal((await post(tokenEndpoint, asPost)).status, 401);
  assert.equal((await post(tokenEndpoint, { ...form, client_id: 'poster', client_secret: 'x' })).status, 200);
  assert.equal((await post(tokenEndpoint, { ...form, client_id: 'poster' })).status, 401);
  const open = await post(tokenEndpoint, { ...form, client_id: 'public' });
  assert.equal(open.body.error, 'unauthorized_client');
});
