import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Persona } from '../testing/persona.js';
import { post } from '../testing/relying-party.js';

const day = 24 * 3600;

describe('spotify', () => {
  let spotify: Persona;
  before(async () => {
    spotify = await Persona.start('spotify');
    spotify.tenant.register({
      client_id: 'server-app',
      client_secret: 'server-secret',
      redirect_uris: ['http://127.0.0.1:8765/callback'],
      token_endpoint_auth_method: 'client_secret_basic',
    });
  });
  after(() => spotify.close());

  test('with PKCE the client is named in the body', async () => {
    const { status, body } = await spotify.redeemed();
    assert.equal(status, 200);
    assert.equal(body.token_type, 'Bearer');
    assert.equal(body.scope, 'user-read-email playlist-read-private');
    assert.equal(typeof body.refresh_token, 'string');
    assert.equal((await spotify.callback()).get('error'), 'invalid_request');
  });

  test('with a secret it is Basic, and PKCE may be left out', async () => {
    const code = (await spotify.callback({ client_id: 'server-app' })).get('code') ?? '';
    const form = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: 'http://127.0.0.1:8765/callback',
    };
    const url = spotify.endpoint('token');
    const inBody = await post(url, { ...form, client_id: 'server-app', client_secret: 'server-secret' });
    assert.deepEqual([inBody.status, inBody.body.error], [401, 'invalid_client']);
    const authorization = `Basic ${Buffer.from('server-app:server-secret').toString('base64')}`;
    assert.equal((await post(url, form, { authorization })).status, 200);
  });

  test('a refresh token is good once and is replaced', async () => {
    const { body: first } = await spotify.redeemed();
    const { status, body: second } = await spotify.refresh(first.refresh_token);
    assert.equal(status, 200);
    assert.notEqual(second.refresh_token, first.refresh_token);
    const again = await spotify.refresh(first.refresh_token);
    assert.deepEqual([again.status, again.body.error], [400, 'invalid_grant']);
  });

  test('refreshing does not extend the six months', async () => {
    let { body } = await spotify.redeemed();
    for (const _ of [1, 2]) {
      spotify.tenant.clock.advance(90 * day);
      ({ body } = await spotify.refresh(body.refresh_token));
      assert.equal(typeof body.refresh_token, 'string');
    }
    spotify.tenant.clock.advance(3 * day);
    const late = await spotify.refresh(body.refresh_token);
    assert.deepEqual([late.status, late.body.error], [400, 'invalid_grant']);
  });
});
