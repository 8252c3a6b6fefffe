import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { loadProfile } from '../profile.js';
import { Persona } from '../testing/persona.js';
import { newVerifier, send } from '../testing/relying-party.js';
import { tokenByJson } from '../testing/token-requests.js';

const client_id = 'jingle-desktop';
const redirect_uri = 'jingle://oauth/callback';
const own = { provider: 'notion', extension_name: 'notion', connection_id: 'default' };

/** The authorization request of the desktop app, and what its token request repeats of it. */
async function login(broker: Persona, changes: Record<string, string | undefined> = {}) {
  const { code_verifier, code_challenge } = newVerifier();
  const asked = { client_id, redirect_uri, code_challenge, code_challenge_method: 'S256', ...changes };
  const answer = await broker.ask(asked);
  const location = answer.headers.get('location');
  const callback = new URL(location ?? 'none:').searchParams;
  const code = callback.get('code') ?? callback.get('handoff_token');
  const request = { client_id, redirect_uri, code, code_verifier, state: callback.get('state'), ...own };
  return { answer, location, callback, request };
}

describe('jingle-broker', () => {
  let broker: Persona;
  before(async () => {
    broker = await Persona.start('jingle-broker');
  });
  after(() => broker.close());

  test('the endpoints are those of one provider', () => {
    const { issuer } = broker.provider;
    assert.equal(broker.endpoint('authorization'), `${issuer}/oauth/notion/start`);
    assert.equal(broker.endpoint('token'), `${issuer}/oauth/notion/token`);
  });

  test('the callback has state, provider and code, at a private-use scheme', async () => {
    const { location, callback } = await login(broker);
    assert.ok(location?.startsWith(`${redirect_uri}?`), String(location));
    assert.deepEqual([...callback.keys()].sort(), ['code', 'provider', 'state']);
    assert.equal(callback.get('provider'), 'notion');
    assert.equal(callback.get('state'), 'the-state-of-a-login');
  });

  test('provider, extension_name, connection_id, state and a challenge are required', async () => {
    for (const name of ['provider', 'extension_name', 'connection_id', 'state', 'code_challenge']) {
      const method = name === 'code_challenge' ? { code_challenge_method: undefined } : {};
      const { callback } = await login(broker, { [name]: undefined, ...method });
      assert.equal(callback.get('error'), 'invalid_request', name);
      assert.match(String(callback.get('error_description')), new RegExp(name));
    }
  });

  test('a challenge is one of S256', async () => {
    const { callback } = await login(broker, { code_challenge_method: 'plain' });
    assert.equal(callback.get('error'), 'invalid_request');
  });

  test('redirect URIs that look like the registered one get nothing', async () => {
    const alike = ['jingle://other/oauth/callback', 'jingle://user@oauth/callback', 'jingle:/oauth/callback'];
    for (const uri of alike) assert.equal((await login(broker, { redirect_uri: uri })).location, null, uri);
  });

  test('the token request is JSON without grant_type, and the answer an access token and little else', async () => {
    const { request } = await login(broker);
    const { status, body } = await tokenByJson(broker, request);
    assert.equal(status, 200);
    assert.deepEqual(Object.keys(body).sort(), ['access_token', 'token_type']);
    assert.match(String(body.access_token), /^ntn_/);
    assert.equal(await broker.opens(body.access_token), 200);
  });

  test('a form is refused, and so is a verifier that does not fit', async () => {
    const { request } = await login(broker);
    const form = new URLSearchParams(request as Record<string, string>);
    const asForm = await send(broker.endpoint('token'), { method: 'POST', body: form });
    assert.deepEqual([asForm.status, asForm.body.error], [400, 'invalid_request']);
    const other = await tokenByJson(broker, { ...request, code_verifier: newVerifier().code_verifier });
    assert.deepEqual([other.status, other.body.error], [400, 'invalid_grant']);
  });

  test('there is no revocation endpoint, and nothing to refresh', async () => {
    assert.equal(broker.tenant.endpointUrl('revocation'), undefined);
    const refresh = { grant_type: 'refresh_token', refresh_token: 'any', client_id };
    assert.equal((await tokenByJson(broker, refresh)).body.error, 'invalid_grant');
  });
});

test('a profile of one’s own may have the code come as handoff_token', async (t) => {
  const profile = await loadProfile('jingle-broker');
  const behaviours = { ...profile.behaviours, 'response-parameter-names': { code: 'handoff_token' } };
  const broker = await Persona.start({ ...profile, behaviours });
  t.after(() => broker.close());
  const { callback, request } = await login(broker);
  assert.deepEqual([...callback.keys()].sort(), ['handoff_token', 'provider', 'state']);
  assert.equal((await tokenByJson(broker, request)).status, 200);
});
