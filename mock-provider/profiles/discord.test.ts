import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Persona } from '../testing/persona.js';
import { post, send } from '../testing/relying-party.js';

describe('discord', () => {
  let discord: Persona;
  before(async () => {
    discord = await Persona.start('discord');
  });
  after(() => discord.close());

  test('an access token lives a week, and comes with a refresh token', async () => {
    const { status, body } = await discord.redeemed();
    assert.equal(status, 200);
    assert.equal(body.expires_in, 604_800);
    assert.equal(body.token_type, 'Bearer');
    assert.equal(typeof body.refresh_token, 'string');
    assert.equal((await discord.refresh(body.refresh_token)).status, 200);
  });

  test('credentials are Basic or parameters', async () => {
    for (const by of ['basic', 'body'] as const)
      assert.equal((await discord.token(await discord.codeRequest(), by)).status, 200);
  });

  test('state is not required', async () => {
    const callback = await discord.callback({ state: undefined });
    assert.deepEqual([...callback.keys()], ['code']);
  });

  test('JSON is an error at token and revoke', async () => {
    const { headers } = discord.identified({});
    const request = await discord.codeRequest();
    const json = { ...headers, 'content-type': 'application/json' };
    for (const name of ['token', 'revocation'] as const) {
      const body = JSON.stringify({ ...request, token: 'x' });
      const answer = await send(discord.endpoint(name), { method: 'POST', body, headers: json });
      assert.deepEqual([answer.status, answer.body.error], [400, 'invalid_request'], name);
    }
    assert.equal((await discord.token(request)).status, 200);
  });

  test('a wrong code, a used one, and another redirect URI', async () => {
    const request = await discord.codeRequest();
    const expected = (name: string) => ({
      error: 'invalid_grant',
      error_description: `Invalid "${name}" in request.`,
    });
    const unknown = await discord.token({ ...request, code: 'x' });
    assert.equal(unknown.status, 400);
    assert.deepEqual(unknown.body, expected('code'));
    const elsewhere = await discord.token({ ...request, redirect_uri: 'https://other.example/' });
    assert.equal(elsewhere.status, 400);
    assert.deepEqual(elsewhere.body, expected('redirect_uri'));
    await discord.token(request);
    assert.deepEqual((await discord.token(request)).body, expected('code'));
  });

  test('tokens are revoked by a form', async () => {
    const { body } = await discord.redeemed();
    const { form, headers } = discord.identified({ token: String(body.access_token) });
    assert.equal((await post(discord.endpoint('revocation'), form, headers)).status, 200);
    assert.equal(await discord.opens(body.access_token), 401);
  });
});
