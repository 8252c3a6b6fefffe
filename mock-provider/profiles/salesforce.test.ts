import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Persona } from '../testing/persona.js';
import { post, send } from '../testing/relying-party.js';

describe('salesforce', () => {
  let salesforce: Persona;
  before(async () => {
    salesforce = await Persona.start('salesforce');
  });
  after(() => salesforce.close());

  const revoke = (token: unknown) => post(salesforce.endpoint('revocation'), { token: String(token) });

  test('the success has issued_at in milliseconds, the API host, and no expires_in', async () => {
    const { clock } = salesforce.tenant;
    clock.freeze();
    const { status, body } = await salesforce.redeemed();
    const { access_token, refresh_token, signature, ...rest } = body;
    assert.equal(status, 200);
    assert.deepEqual(
      new Set([access_token, refresh_token, signature].map((one) => typeof one)),
      new Set(['string']),
    );
    assert.deepEqual(rest, {
      token_type: 'Bearer',
      scope: 'api web offline_access',
      instance_url: 'https://my-org.my.salesforce.com',
      id: `${salesforce.provider.issuer}/id/00D000000000001EAA/005000000000001AAA`,
      issued_at: `${clock.now() * 1000}`,
    });
    clock.resume();
  });

  test('a refresh token needs its scope', async () => {
    const { body } = await salesforce.redeemed({ scope: 'api' });
    assert.equal('refresh_token' in body, false);
  });

  test('a refresh token stays, and a refresh does not repeat it', async () => {
    const { refresh_token } = (await salesforce.redeemed()).body;
    for (let time = 0; time < 2; time++) {
      const { status, body } = await salesforce.refresh(refresh_token);
      assert.equal(status, 200);
      assert.equal('refresh_token' in body, false);
      assert.equal(typeof body.issued_at, 'string');
    }
  });

  test('errors are 400 with descriptions of their own', async () => {
    const unknown = await salesforce.refresh('made-up');
    assert.equal(unknown.status, 400);
    assert.deepEqual(unknown.body, {
      error: 'invalid_grant',
      error_description: 'expired access/refresh token',
    });
    const wrong = await salesforce.token({ grant_type: 'refresh_token', client_secret: 'wrong' });
    assert.equal(wrong.status, 400);
    assert.deepEqual(wrong.body, {
      error: 'invalid_client',
      error_description: 'invalid client credentials',
    });
    const other = await salesforce.token({ grant_type: 'urn:other' });
    assert.deepEqual([other.status, other.body.error], [400, 'unsupported_grant_type']);
  });

  test('Basic is accepted beside parameters', async () => {
    assert.equal((await salesforce.token(await salesforce.codeRequest(), 'basic')).status, 200);
  });

  test('of six grants the oldest ends', async () => {
    salesforce.tenant.store.revokeEverything();
    const grants = [];
    for (let count = 0; count < 6; count++) grants.push((await salesforce.redeemed()).body);
    const alive = await Promise.all(grants.map(({ access_token }) => salesforce.opens(access_token)));
    assert.deepEqual(alive, [401, 200, 200, 200, 200, 200]);
    assert.equal((await salesforce.refresh(grants[0]?.refresh_token)).body.error, 'invalid_grant');
    assert.equal((await salesforce.refresh(grants[1]?.refresh_token)).status, 200);
  });

  test('revocation takes the token alone, in the body or in the query', async () => {
    const first = (await salesforce.redeemed()).body;
    assert.equal((await revoke(first.access_token)).status, 200);
    assert.equal(await salesforce.opens(first.access_token), 401);
    assert.equal((await salesforce.refresh(first.refresh_token)).status, 200);
    const second = (await salesforce.redeemed()).body;
    const query = new URLSearchParams({ token: String(second.refresh_token) });
    assert.equal((await send(`${salesforce.endpoint('revocation')}?${query}`)).status, 200);
    assert.equal(await salesforce.opens(second.access_token), 401);
    assert.equal((await salesforce.refresh(second.refresh_token)).status, 400);
  });

  test('revocation of what is not valid is 400', async () => {
    const { refresh_token } = (await salesforce.redeemed()).body;
    await revoke(refresh_token);
    for (const token of ['made-up', refresh_token]) {
      const { status, body } = await revoke(token);
      assert.deepEqual([status, body.error], [400, 'invalid_token']);
    }
  });
});
