import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Persona } from '../testing/persona.js';
import { type Answer, post, send } from '../testing/relying-party.js';

describe('facebook', () => {
  let facebook: Persona;
  before(async () => {
    facebook = await Persona.start('facebook');
  });
  after(() => facebook.close());

  /** A token request as this provider takes it: GET, everything in the query. */
  const get = (parameters: Record<string, string>) => {
    const own = { client_id: 'demo', client_secret: facebook.secret };
    return send(`${facebook.endpoint('token')}?${new URLSearchParams({ ...own, ...parameters })}`);
  };

  const assertError = ({ status, body }: Answer, message?: string) => {
    assert.equal(status, 400);
    assert.deepEqual(Object.keys(body), ['error']);
    const error = body.error as Record<string, unknown>;
    assert.deepEqual(Object.keys(error), ['message', 'type', 'code', 'fbtrace_id']);
    assert.equal(error.type, 'OAuthException');
    assert.equal(error.code, 100);
    assert.match(String(error.fbtrace_id), /^\S{20,}$/);
    if (message !== undefined) assert.equal(error.message, message);
  };

  test('a code is redeemed by GET, for an access token without refresh token', async () => {
    const { status, body } = await get(await facebook.codeRequest());
    assert.equal(status, 200);
    assert.deepEqual(Object.keys(body).sort(), ['access_token', 'expires_in', 'scope', 'token_type']);
    assert.equal(await facebook.opens(body.access_token), 200);
  });

  test('a code is redeemed by POST with a form, too', async () => {
    assert.equal((await facebook.redeemed()).status, 200);
  });

  test('the error of a used code is an object', async () => {
    const request = await facebook.codeRequest();
    await get(request);
    assertError(await get(request), 'This authorization code has been used.');
    assertError(await get(request), 'This authorization code has been used.');
  });

  test('so is every other error, with status 400 and a trace of its own', async () => {
    const request = await facebook.codeRequest();
    const wrong = [
      await get({ ...request, code: 'x' }),
      await get({ ...request, redirect_uri: 'https://other.example/' }),
      await get({ ...request, client_secret: 'x' }),
      await get({ ...request, grant_type: 'x' }),
      await post(facebook.endpoint('token'), {}),
    ];
    for (const answer of wrong) assertError(answer);
    const traces = wrong.map(({ body }) => (body.error as { fbtrace_id: string }).fbtrace_id);
    assert.equal(new Set(traces).size, wrong.length);
  });

  describe('fb_exchange_token', () => {
    const exchange = (token: string, more: Record<string, string> = {}) =>
      get({ grant_type: 'fb_exchange_token', fb_exchange_token: token, ...more });

    test('gives another access token, and the first stays good', async () => {
      const { body } = await facebook.redeemed();
      const first = String(body.access_token);
      const { status, body: second } = await exchange(first);
      assert.equal(status, 200);
      assert.notEqual(second.access_token, first);
      assert.equal(second.scope, body.scope);
      assert.equal(second.refresh_token, undefined);
      assert.equal(await facebook.opens(second.access_token), 200);
      assert.equal(await facebook.opens(first), 200);
    });

    test('wants a token that is still good, and the client secret', async () => {
      const { body } = await facebook.redeemed();
      const token = String(body.access_token);
      assertError(await exchange('x'));
      assertError(await exchange(''));
      assertError(await exchange(token, { client_secret: 'x' }));
      facebook.tenant.clock.advance(3601);
      assertError(await exchange(token));
    });

    test("does not take another client's token", async () => {
      facebook.tenant.register({
        client_id: 'other',
        client_secret: 'other-secret',
        token_endpoint_auth_method: 'client_secret_post',
      });
      const { body } = await facebook.redeemed();
      const other = { client_id: 'other', client_secret: 'other-secret' };
      assertError(await exchange(String(body.access_token), other));
    });
  });

  test('there is no refresh grant to speak of', async () => {
    assertError(await get({ grant_type: 'refresh_token', refresh_token: 'x' }));
  });
});
