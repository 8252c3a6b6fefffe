import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { profileIn } from '../profile.js';
import { Persona } from '../testing/persona.js';
import { send } from '../testing/relying-party.js';

/** A provider that is strict but for these behaviours. */
async function provider(t: TestContext, behaviours: Record<string, unknown>): Promise<Persona> {
  const auth = {
    type: 'oauth' as const,
    issuer: 'https://provider.example',
    clientAuthentication: 'client_secret_post' as const,
    scopes: ['read', 'write'],
  };
  const connection = { id: 'own', provider: 'own', title: 'Own provider', auth };
  const persona = await Persona.start(profileIn('own', { connection, sources: ['made up'], behaviours }));
  t.after(() => persona.close());
  return persona;
}

test('errors have the media type of successes, in whichever order the behaviours are given', async (t) => {
  const format = { 'token-response-format': 'form' };
  const errors = { 'token-errors': { status: 200 } };
  for (const behaviours of [
    { ...format, ...errors },
    { ...errors, ...format },
  ]) {
    const own = await provider(t, behaviours);
    const { headers, text } = await own.token({ grant_type: 'urn:other' });
    assert.match(String(headers.get('content-type')), /^application\/x-www-form-urlencoded/);
    assert.match(text, /^error=unsupported_grant_type&/);
  }
});

test('the oldest refresh token beyond the limit ends alone', async (t) => {
  const own = await provider(t, { 'refresh-limit': { max: 2, ends: 'token' } });
  const grants = [];
  for (let count = 0; count < 3; count++) grants.push((await own.redeemed()).body);
  const [first, second] = grants;
  assert.equal(await own.opens(first?.access_token), 200);
  assert.equal((await own.refresh(first?.refresh_token)).body.error, 'invalid_grant');
  assert.equal((await own.refresh(second?.refresh_token)).status, 200);
});

test('redirect_uri may be required in a refresh', async (t) => {
  const own = await provider(t, { 'redirect-uri-at-refresh': 'required' });
  const { refresh_token } = (await own.redeemed()).body;
  assert.equal((await own.refresh(refresh_token)).body.error, 'invalid_request');
  const redirect_uri = 'http://127.0.0.1:8765/callback';
  assert.equal((await own.refresh(refresh_token, { redirect_uri })).status, 200);
});

for (const [told, expected] of [
  [120, 120],
  ['string', '3600'],
  ['zero', 0],
  ['milliseconds', 3_600_000],
  ['absent', undefined],
  ['never', undefined],
] as const) {
  test(`a lifetime may be told as ${told}, whatever it is`, async (t) => {
    const own = await provider(t, { 'expires-in': told });
    const { body } = await own.redeemed();
    assert.equal(body.expires_in, expected);
    own.tenant.clock.advance(3600);
    assert.equal(await own.opens(body.access_token), told === 'never' ? 200 : 401);
  });
}

test('documents that are not listed are not published, and members may be left out or added', async (t) => {
  const own = await provider(t, {
    metadata: {
      documents: ['openid-configuration'],
      omit: ['jwks_uri'],
      add: { op_policy_uri: 'https://a.example' },
    },
  });
  const document = (name: string) => send(`${own.provider.issuer}/.well-known/${name}`);
  const { status, body } = await document('openid-configuration');
  assert.equal(status, 200);
  assert.deepEqual(['jwks_uri' in body, body.op_policy_uri], [false, 'https://a.example']);
  for (const name of [
    'oauth-authorization-server',
    'oauth-protected-resource',
    'oauth-protected-resource/resource',
  ])
    assert.equal((await document(name)).status, 404);
});

test('parameters have the names of the provider, in requests and responses, and no others', async (t) => {
  const own = await provider(t, {
    'parameter-names': { client_id: 'client_key', code: 'auth_code' },
    'response-parameter-names': { code: 'auth_code' },
  });
  assert.equal((await own.ask()).status, 400);
  const keys = { client_id: undefined, client_key: 'demo' };
  const callback = await own.callback(keys);
  assert.deepEqual([...callback.keys()].sort(), ['auth_code', 'iss', 'state']);
  const redirect_uri = 'http://127.0.0.1:8765/callback';
  const request = { ...keys, grant_type: 'authorization_code', redirect_uri };
  const code = String(callback.get('auth_code'));
  assert.equal((await own.token({ ...request, code })).body.error_description, 'code is missing');
  assert.equal((await own.token({ ...request, auth_code: code })).status, 200);
});

test('UUIDs of persons and clients stay the same, and differ', async (t) => {
  const members = { user: '{user_uuid}', app: '{client_uuid}', issued: '{now:text}', named: 'for {sub}' };
  const own = await provider(t, { 'token-members': members });
  const [first, second] = [(await own.redeemed()).body, (await own.redeemed()).body];
  assert.match(String(first.user), /^[0-9a-f-]{14}8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.deepEqual([first.user, first.app], [second.user, second.app]);
  assert.notEqual(first.user, first.app);
  assert.deepEqual([typeof first.issued, first.named], ['string', 'for alice']);
});
