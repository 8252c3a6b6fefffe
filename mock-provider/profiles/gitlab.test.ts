import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Persona } from '../testing/persona.js';
import { post, redirectUri, send } from '../testing/relying-party.js';

describe('gitlab', () => {
  let gitlab: Persona;
  before(async () => {
    gitlab = await Persona.start('gitlab');
  });
  after(() => gitlab.close());

  test('the success has created_at, and no scope', async () => {
    gitlab.tenant.clock.freeze();
    const { status, body } = await gitlab.redeemed();
    const { access_token, refresh_token, ...rest } = body;
    assert.equal(status, 200);
    assert.deepEqual([typeof access_token, typeof refresh_token], ['string', 'string']);
    assert.deepEqual(rest, {
      token_type: 'bearer',
      expires_in: 7200,
      created_at: gitlab.tenant.clock.now(),
    });
    gitlab.tenant.clock.resume();
  });

  test('the documented verifier fits the documented challenge', async () => {
    const code_challenge = '2i0WFA-0AerkjQm4X4oDEhqA17QIAKNjXpagHBXmO_U';
    const callback = await gitlab.callback({ code_challenge, code_challenge_method: 'S256' });
    const { status } = await gitlab.token({
      grant_type: 'authorization_code',
      code: String(callback.get('code')),
      redirect_uri: redirectUri,
      code_verifier: 'ks02i3jdikdo2k0dkfodf3m39rjfjsdk0wk349rj3jrhf',
    });
    assert.equal(status, 200);
  });

  test('PKCE is optional for clients with a secret', async () => {
    const code = String((await gitlab.callback()).get('code'));
    const request = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
    assert.equal((await gitlab.token(request)).status, 200);
  });

  test('a refresh ends both tokens before it', async () => {
    const first = (await gitlab.redeemed()).body;
    const { status, body } = await gitlab.refresh(first.refresh_token, { redirect_uri: redirectUri });
    assert.equal(status, 200);
    assert.notEqual(body.refresh_token, first.refresh_token);
    assert.deepEqual(
      [await gitlab.opens(first.access_token), await gitlab.opens(body.access_token)],
      [401, 200],
    );
    const again = await gitlab.refresh(first.refresh_token);
    assert.deepEqual([again.status, again.body.error], [400, 'invalid_grant']);
  });

  test('the redirect_uri of a refresh must be that of the authorization request', async () => {
    const { refresh_token } = (await gitlab.redeemed()).body;
    const other = await gitlab.refresh(refresh_token, { redirect_uri: `${redirectUri}/other` });
    assert.deepEqual([other.status, other.body.error], [400, 'invalid_grant']);
    assert.equal((await gitlab.refresh(refresh_token)).status, 200);
  });

  test('revocation is answered with an empty JSON object', async () => {
    const { access_token } = (await gitlab.redeemed()).body;
    const { form } = gitlab.identified({ token: String(access_token) });
    for (let time = 0; time < 2; time++) {
      const { status, text } = await post(gitlab.endpoint('revocation'), form);
      assert.deepEqual([status, text], [200, '{}']);
    }
    assert.equal(await gitlab.opens(access_token), 401);
  });

  test('scripts may call token and revocation endpoint, with Authorization', async () => {
    for (const name of ['token', 'revocation'] as const) {
      const { headers } = await send(gitlab.endpoint(name), { method: 'OPTIONS' });
      assert.equal(headers.get('access-control-allow-origin'), '*');
      assert.match(String(headers.get('access-control-allow-headers')), /authorization/);
    }
  });
});

test('a public client of gitlab has PKCE in place of a secret', async (t) => {
  const clients = [{ client_id: 'demo', redirect_uris: ['http://127.0.0.1/callback'] }];
  const gitlab = await Persona.start('gitlab', { clients });
  t.after(() => gitlab.close());
  assert.equal((await gitlab.redeemed()).status, 200);
});
