import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Persona } from '../testing/persona.js';
import { newVerifier } from '../testing/relying-party.js';

describe('x', () => {
  let x: Persona;
  before(async () => {
    x = await Persona.start('x');
    const redirect_uris = ['http://127.0.0.1:8765/callback'];
    x.tenant.register({ client_id: 'open', redirect_uris, token_endpoint_auth_method: 'none' });
  });
  after(() => x.close());

  test('PKCE is required', async () => {
    assert.equal((await x.callback()).get('error'), 'invalid_request');
    assert.equal((await x.redeemed()).status, 200);
  });

  test('an access token lives two hours', async () => {
    assert.equal((await x.redeemed()).body.expires_in, 7200);
  });

  test('a refresh token comes for offline.access only, and is replaced', async () => {
    assert.equal((await x.redeemed({ scope: 'tweet.read' })).body.refresh_token, undefined);
    const { body: first } = await x.redeemed({ scope: 'tweet.read offline.access' });
    assert.equal(typeof first.refresh_token, 'string');
    const { status, body: second } = await x.refresh(first.refresh_token);
    assert.equal(status, 200);
    assert.equal(typeof second.refresh_token, 'string');
    assert.notEqual(second.refresh_token, first.refresh_token);
  });

  test('a code that does not hold', async () => {
    const request = await x.codeRequest();
    await x.token(request);
    for (const answer of [await x.token(request), await x.token({ ...request, code: 'x' })]) {
      assert.equal(answer.status, 400);
      const { errors, ...rest } = answer.body;
      assert.deepEqual(rest, {
        error: 'invalid_request',
        error_description: 'Value passed for the authorization code was invalid.',
      });
      assert.equal(Array.isArray(errors) && errors.length === 1, true);
    }
  });

  test('a refresh token that does not hold', async () => {
    const { body: first } = await x.redeemed();
    await x.refresh(first.refresh_token);
    for (const token of [first.refresh_token, 'x']) {
      const { status, body } = await x.refresh(token);
      assert.equal(status, 400);
      assert.equal(body.error, 'invalid_request');
      assert.equal(body.error_description, 'Value passed for the token was invalid.');
      assert.equal(Array.isArray(body.errors), true);
    }
  });

  test('a client with a secret that sends no Basic', async () => {
    for (const by of ['body', 'none'] as const) {
      const { status, body } = await x.token(await x.codeRequest(), by);
      assert.equal(status, 401);
      assert.deepEqual(body, {
        error: 'unauthorized_client',
        error_description: 'Missing valid authorization header',
      });
    }
  });

  test('what is not known of it is as RFC 6749 has it', async () => {
    const { code_verifier } = newVerifier();
    const { status, body } = await x.token({ ...(await x.codeRequest()), code_verifier });
    assert.deepEqual([status, body.error], [400, 'invalid_grant']);
  });

  test('a client without a secret names itself', async () => {
    const request = await x.codeRequest({ client_id: 'open' });
    assert.equal((await x.token({ ...request, client_id: 'open' }, 'none')).status, 200);
  });
});
