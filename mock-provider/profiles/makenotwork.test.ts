import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { Persona } from '../testing/persona.js';
import { newVerifier, redirectUri, send } from '../testing/relying-party.js';
import { tokenByJson } from '../testing/token-requests.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function claimsOf(jwt: unknown): Record<string, unknown> {
  const [, payload = ''] = String(jwt).split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
}

describe('makenotwork', () => {
  let site: Persona;
  before(async () => {
    site = await Persona.start('makenotwork');
  });
  after(() => site.close());

  /** Both limits are by the tenant's clock. */
  const rested = () => site.tenant.clock.advance(10);

  async function login(changes: Record<string, string | undefined> = {}) {
    rested();
    const { code_verifier, code_challenge } = newVerifier();
    const { headers, status } = await site.ask({
      code_challenge,
      code_challenge_method: 'S256',
      ...changes,
    });
    const location = headers.get('location');
    const code = new URL(location ?? 'none:').searchParams.get('code');
    const redirect_uri = changes.redirect_uri ?? redirectUri;
    const grant_type = 'authorization_code';
    return {
      location,
      status,
      request: { grant_type, code, redirect_uri, code_verifier, client_id: 'demo' },
    };
  }

  test('the success has a JWT for a week with user_id and app_id, and no scope or refresh token', async () => {
    const { status, body } = await tokenByJson(site, (await login()).request);
    const { access_token, user_id, app_id, ...rest } = body;
    assert.equal(status, 200);
    assert.deepEqual(rest, { token_type: 'Bearer', expires_in: 604_800 });
    assert.match(String(user_id), uuid);
    assert.match(String(app_id), uuid);
    const claims = claimsOf(access_token);
    assert.deepEqual([claims.user_id, claims.app_id], [user_id, app_id]);
    assert.equal(Number(claims.exp) - Number(claims.iat), 604_800);
  });

  test('userinfo has members of its own, and no sub', async () => {
    const { body } = await tokenByJson(site, (await login()).request);
    const headers = { authorization: `Bearer ${body.access_token}` };
    const { status, body: user } = await send(site.endpoint('userinfo'), { headers });
    assert.equal(status, 200);
    assert.deepEqual(user, {
      user_id: body.user_id,
      username: 'alice',
      display_name: 'Alice Liddell',
      avatar_url: `${site.provider.issuer}/static/avatars/alice.jpg`,
    });
    site.tenant.clock.advance(604_800);
    assert.equal((await send(site.endpoint('userinfo'), { headers })).status, 401);
    assert.equal((await send(site.endpoint('userinfo'))).status, 401);
  });

  test('all six parameters of the authorization request are required', async () => {
    for (const name of ['response_type', 'state', 'code_challenge', 'code_challenge_method']) {
      const method = name === 'code_challenge' ? { code_challenge_method: undefined } : {};
      const { location } = await login({ [name]: undefined, ...method });
      assert.match(String(location), /[?&]error=invalid_request(&|$)/, name);
    }
    for (const name of ['client_id', 'redirect_uri']) {
      const { location, status } = await login({ [name]: undefined });
      assert.deepEqual([location, status], [null, 400], name);
    }
  });

  test('the response type is code, the method S256', async () => {
    const { location } = await login({ response_type: 'token' });
    assert.match(String(location), /error=unsupported_response_type/);
    for (const code_challenge_method of ['plain', 's256'])
      assert.match(String((await login({ code_challenge_method })).location), /error=invalid_request/);
  });

  test('every loopback redirect URI by name or IPv4 address is good without registration', async () => {
    for (const uri of [
      'http://127.0.0.1:1/any',
      'http://localhost:65535/',
      'http://localhost',
      'http://127.0.0.1:80/a?b=c',
    ]) {
      const { location, request } = await login({ redirect_uri: uri });
      assert.ok(location?.startsWith(uri), uri);
      assert.equal((await tokenByJson(site, request)).status, 200, uri);
    }
  });

  test('redirect URIs that only look so are not', async () => {
    const bad = [
      'http://127.0.0.1.evil.test',
      'http://localhost.evil.test',
      'http://127.0.0.1@evil.test',
      'http://evil.test#@127.0.0.1',
      'https://127.0.0.1:8765',
      'http://127.0.0.1:99999/callback',
      'http://[::1]:8765/callback',
      'http://127.1/callback',
      'http://2130706433/callback',
      'http://0.0.0.0/callback',
      'http://LOCALHOST/callback',
      'http://localhost%2eevil.test',
      'http://localhost\\@evil.test/',
      'http://localhost/\n',
      'http://localhost/#fragment',
      'javascript:alert(1)//127.0.0.1',
      'https://client.example/callback',
    ];
    for (const redirect_uri of bad) {
      const { location, status } = await login({ redirect_uri });
      assert.deepEqual([location, status], [null, 400], redirect_uri);
    }
  });

  test('a verifier of 128 characters, as the documented example makes them, is good', async () => {
    const { createHash } = await import('node:crypto');
    const code_verifier = randomBytes(64).toString('hex');
    const code_challenge = createHash('sha256').update(code_verifier).digest('base64url');
    const { request } = await login({ code_challenge });
    assert.equal((await tokenByJson(site, { ...request, code_verifier })).status, 200);
  });

  test('token errors are JSON without description', async () => {
    const { request } = await login();
    const expected = { invalid_grant: 400, invalid_client: 401, invalid_request: 400 };
    const { code: _code, ...incomplete } = request;
    const answers = [
      await tokenByJson(site, { ...request, code_verifier: newVerifier().code_verifier }),
      await tokenByJson(site, { ...request, client_id: 'unknown' }),
      await tokenByJson(site, incomplete),
    ];
    assert.deepEqual(
      answers.map(({ status, body }) => [status, body]),
      Object.entries(expected).map(([error, status]) => [status, { error }]),
    );
    assert.equal((await tokenByJson(site, request)).status, 200);
    const again = await tokenByJson(site, request);
    assert.deepEqual([again.status, again.body], [400, { error: 'invalid_grant' }]);
  });

  test('a form is refused; there is no refresh and no revocation', async () => {
    const form = new URLSearchParams((await login()).request as Record<string, string>);
    const asForm = await send(site.endpoint('token'), { method: 'POST', body: form });
    assert.deepEqual([asForm.status, asForm.body], [400, { error: 'invalid_request' }]);
    const refresh = { grant_type: 'refresh_token', refresh_token: 'any', client_id: 'demo' };
    assert.deepEqual((await tokenByJson(site, refresh)).body, { error: 'unsupported_grant_type' });
    assert.equal(site.tenant.endpointUrl('revocation'), undefined);
  });

  for (const { name, burst, ask } of [
    { name: 'token' as const, burst: 10, ask: () => tokenByJson(site, {}) },
    { name: 'authorization' as const, burst: 5, ask: () => site.ask() },
  ]) {
    test(`the ${name} endpoint takes ${burst} requests at once, and two a second`, async () => {
      rested();
      site.tenant.clock.freeze();
      const told: unknown[] = [];
      for (let count = 0; count < burst; count++) {
        const { status, headers } = await ask();
        assert.notEqual(status, 429);
        told.push([headers.get('x-ratelimit-limit'), headers.get('x-ratelimit-remaining')]);
      }
      const left = (count: number) => [String(burst), String(burst - 1 - count)];
      assert.deepEqual(
        told,
        Array.from({ length: burst }, (_, count) => left(count)),
      );
      const { status, headers } = await ask();
      assert.deepEqual([status, headers.get('x-ratelimit-remaining')], [429, '0']);
      assert.equal(headers.get('retry-after'), '1');
      site.tenant.clock.advance(1);
      assert.deepEqual([(await ask()).status === 429, (await ask()).status === 429], [false, false]);
      assert.equal((await ask()).status, 429);
      site.tenant.clock.resume();
    });
  }
});
