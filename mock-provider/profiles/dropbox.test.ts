import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Persona } from '../testing/persona.js';
import { post, send } from '../testing/relying-party.js';

describe('dropbox', () => {
  let dropbox: Persona;
  before(async () => {
    dropbox = await Persona.start('dropbox');
  });
  after(() => dropbox.close());

  test('the reply names the account, and lives four hours', async () => {
    const { status, body } = await dropbox.redeemed();
    assert.equal(status, 200);
    assert.equal(body.expires_in, 14_400);
    assert.equal(body.uid, '12345');
    assert.match(String(body.account_id), /^dbid:/);
    assert.equal(body.token_type, 'Bearer');
  });

  test('a refresh token comes for token_access_type=offline only', async () => {
    assert.equal(typeof (await dropbox.redeemed()).body.refresh_token, 'string');
    for (const token_access_type of [undefined, 'online'])
      assert.equal((await dropbox.redeemed({ token_access_type })).body.refresh_token, undefined);
  });

  test('a refresh token stays, and is not repeated', async () => {
    const { body } = await dropbox.redeemed();
    for (const _ of [1, 2, 3]) {
      const { status, body: next } = await dropbox.refresh(body.refresh_token);
      assert.equal(status, 200);
      assert.equal(next.refresh_token, undefined);
      assert.equal(next.expires_in, 14_400);
      assert.equal(await dropbox.opens(next.access_token), 200);
    }
  });

  test('errors of codes and refresh tokens', async () => {
    const request = await dropbox.codeRequest();
    const { status, body } = await dropbox.token({ ...request, code: 'x' });
    assert.equal(status, 400);
    assert.deepEqual(body, {
      error: 'invalid_grant',
      error_description: "code doesn't exist or has expired",
    });
    await dropbox.token(request);
    assert.deepEqual((await dropbox.token(request)).body, body);
    const refused = await dropbox.refresh('x');
    assert.equal(refused.status, 400);
    const malformed = { error: 'invalid_grant', error_description: 'refresh token is malformed' };
    assert.deepEqual(refused.body, malformed);
  });

  test('credentials are in the body or in the header, not in both', async () => {
    assert.equal((await dropbox.token(await dropbox.codeRequest(), 'body')).status, 200);
    assert.equal((await dropbox.token(await dropbox.codeRequest(), 'basic')).status, 200);
    const request = await dropbox.codeRequest();
    const { form } = dropbox.identified(request, 'body');
    const { headers } = dropbox.identified(request, 'basic');
    const { status, body } = await post(dropbox.endpoint('token'), form, headers);
    assert.deepEqual([status, body.error], [400, 'invalid_request']);
  });

  test('an access token is revoked by showing it, without a body', async () => {
    const { body } = await dropbox.redeemed();
    const authorization = `Bearer ${body.access_token}`;
    const url = `${dropbox.provider.issuer}/2/auth/token/revoke`;
    const { status } = await send(url, { method: 'POST', headers: { authorization } });
    assert.equal(status, 200);
    assert.equal(await dropbox.opens(body.access_token), 401);
  });

  test('a revocation as RFC 7009 has it revokes nothing', async () => {
    const { body } = await dropbox.redeemed();
    const { form, headers } = dropbox.identified({ token: String(body.access_token) });
    const answer = await post(`${dropbox.provider.issuer}/2/auth/token/revoke`, form, headers);
    assert.equal(answer.status >= 400, true);
    assert.equal(await dropbox.opens(body.access_token), 200);
  });
});
