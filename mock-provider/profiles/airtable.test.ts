import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Changes, Persona } from '../testing/persona.js';
import { newVerifier } from '../testing/relying-party.js';

const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

describe('airtable', () => {
  let airtable: Persona;
  before(async () => {
    airtable = await Persona.start('airtable');
    const redirect_uris = ['http://127.0.0.1:8765/callback'];
    airtable.tenant.register({ client_id: 'open', redirect_uris, token_endpoint_auth_method: 'none' });
  });
  after(() => airtable.close());

  /** The error that a request is answered with at the redirect URI; null for none. */
  const errorOf = async (changes: Changes) =>
    (await airtable.callback({ code_challenge: challenge, code_challenge_method: 'S256', ...changes })).get(
      'error',
    );

  test('PKCE is required, by S256', async () => {
    assert.equal(await errorOf({}), null);
    assert.equal(
      await errorOf({ code_challenge: undefined, code_challenge_method: undefined }),
      'invalid_request',
    );
    assert.equal(await errorOf({ code_challenge_method: 'plain' }), 'invalid_request');
    assert.equal(await errorOf({ code_challenge_method: undefined }), 'invalid_request');
  });

  test('state is required: 16 to 1024 letters, digits, full stops, underscores and hyphens', async () => {
    const good = ['a'.repeat(16), 'a'.repeat(1024), 'AZaz09._-AZaz09._-'];
    for (const state of good) assert.equal(await errorOf({ state }), null, state);
    const bad = [undefined, 'a'.repeat(15), 'a'.repeat(1025), `${'a'.repeat(16)}~`, `${'a'.repeat(16)}\n`];
    for (const state of bad) assert.equal(await errorOf({ state }), 'invalid_request', state);
  });

  test('a scope named twice is refused', async () => {
    assert.equal(await errorOf({ scope: 'data.records:read data.records:read' }), 'invalid_scope');
    assert.equal(await errorOf({ scope: 'data.records:read' }), null);
  });

  test('a successful callback repeats the challenge, a failed one does not', async () => {
    const request = { code_challenge: challenge, code_challenge_method: 'S256' };
    const success = await airtable.callback(request);
    assert.deepEqual([...success.keys()].sort(), [
      'code',
      'code_challenge',
      'code_challenge_method',
      'state',
    ]);
    assert.equal(success.get('code_challenge'), challenge);
    assert.equal(success.get('code_challenge_method'), 'S256');
    const failure = await airtable.callback({ ...request, scope: 'x' });
    assert.deepEqual([...failure.keys()].sort(), ['error', 'error_description', 'state']);
  });

  test('a parameter that comes twice is invalid_request', async () => {
    const request = await airtable.codeRequest();
    const url = airtable.endpoint('token');
    const { form, headers } = airtable.identified(request);
    const body = `${new URLSearchParams(form)}&code=${request.code}`;
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await fetch(url, { method: 'POST', body, headers: { ...headers, ...type } });
    assert.equal(answer.status, 400);
    assert.equal(((await answer.json()) as { error: string }).error, 'invalid_request');
  });

  test('the reply has lifetimes of both tokens, and a token_type with a space', async () => {
    const { status, body } = await airtable.redeemed();
    assert.equal(status, 200);
    assert.equal(body.token_type, 'Bearer ');
    assert.equal(body.expires_in, 3600);
    assert.equal(body.refresh_expires_in, 60 * 24 * 3600);
    assert.equal(body.scope, 'data.records:read data.records:write');
    assert.equal(typeof body.refresh_token, 'string');
  });

  test('a code lives ten minutes', async () => {
    const [early, late] = [await airtable.codeRequest(), await airtable.codeRequest()];
    airtable.tenant.clock.advance(590);
    assert.equal((await airtable.token(early)).status, 200);
    airtable.tenant.clock.advance(20);
    assert.equal((await airtable.token(late)).body.error, 'invalid_grant');
  });

  test('a request that fails uses the code up', async () => {
    const wrong: Changes[] = [{ code_verifier: 'w'.repeat(43) }, { redirect_uri: 'https://other.example/' }];
    for (const change of wrong) {
      const request = await airtable.codeRequest();
      const first = await airtable.token({ ...request, ...change });
      assert.equal(first.status, 400);
      const second = await airtable.token(request);
      assert.equal(second.status, 400);
      assert.equal(second.body.error, 'invalid_grant');
    }
  });

  test('a failed second redemption leaves the tokens of the first alone', async () => {
    const request = await airtable.codeRequest();
    const { body } = await airtable.token(request);
    await airtable.token({ ...request, code_verifier: 'w'.repeat(43) });
    assert.equal(await airtable.opens(body.access_token), 200);
  });

  test('a verifier with a tilde is refused', async () => {
    const { createHash } = await import('node:crypto');
    const code_verifier = `${newVerifier().code_verifier}~`;
    const code_challenge = createHash('sha256').update(code_verifier).digest('base64url');
    const request = await airtable.codeRequest({ code_challenge });
    const { status, body } = await airtable.token({ ...request, code_verifier });
    assert.deepEqual([status, body.error], [400, 'invalid_grant']);
  });

  test('Basic is required with a secret, and forbidden without', async () => {
    const inBody = await airtable.token(await airtable.codeRequest(), 'body');
    assert.deepEqual([inBody.status, inBody.body.error], [401, 'invalid_client']);
    const none = await airtable.token(await airtable.codeRequest(), 'none');
    assert.deepEqual([none.status, none.body.error], [401, 'invalid_client']);
    const open = await airtable.codeRequest({ client_id: 'open' });
    const withBasic = await airtable.token({ ...open, client_id: 'open' }, 'basic');
    assert.equal(withBasic.status >= 400, true);
    const named = await airtable.token({ ...open, client_id: 'open' }, 'none');
    assert.equal(named.status, 200);
  });

  test('invalid_client is 401, every other error 400', async () => {
    const { headers } = airtable.identified({});
    const wrong = { authorization: `Basic ${Buffer.from('demo:wrong').toString('base64')}` };
    const url = airtable.endpoint('token');
    const ask = async (form: Record<string, string>, by: Record<string, string>) => {
      const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form), headers: by });
      return [answer.status, ((await answer.json()) as { error: string }).error];
    };
    assert.deepEqual(await ask({ grant_type: 'authorization_code' }, wrong), [401, 'invalid_client']);
    assert.deepEqual(await ask({ grant_type: 'authorization_code' }, headers), [400, 'invalid_request']);
    assert.deepEqual(await ask({}, headers), [400, 'invalid_request']);
    assert.deepEqual(await ask({ grant_type: 'x' }, headers), [400, 'unsupported_grant_type']);
    const unknown = { grant_type: 'refresh_token', refresh_token: 'x' };
    assert.deepEqual(await ask(unknown, headers), [400, 'invalid_grant']);
  });

  test('a refresh replaces the refresh token and ends the old access token', async () => {
    const { body: first } = await airtable.redeemed();
    const { status, body: second } = await airtable.refresh(first.refresh_token);
    assert.equal(status, 200);
    assert.notEqual(second.refresh_token, first.refresh_token);
    assert.equal(second.refresh_expires_in, 60 * 24 * 3600);
    assert.equal(await airtable.opens(first.access_token), 401);
    assert.equal(await airtable.opens(second.access_token), 200);
  });

  test('a second refresh at once is 409 and costs nothing, a late one ends the grant', async () => {
    const { body: first } = await airtable.redeemed();
    const { body: second } = await airtable.refresh(first.refresh_token);
    assert.equal((await airtable.refresh(first.refresh_token)).status, 409);
    assert.equal(await airtable.opens(second.access_token), 200);
    airtable.tenant.clock.advance(5);
    const late = await airtable.refresh(first.refresh_token);
    assert.deepEqual([late.status, late.body.error], [400, 'invalid_grant']);
    assert.equal((await airtable.refresh(second.refresh_token)).status, 400);
  });

  test('redirect URIs that could not be registered are refused without redirect', async () => {
    const refused = ['https://192.0.2.1/cb', 'https://a.example/x/../cb', 'https://*.example/cb'];
    const good = ['https://a.example/cb', 'http://localhost:3000/cb', 'http://127.0.0.1:3000/cb'];
    airtable.tenant.register({
      client_id: 'many',
      redirect_uris: [...refused, ...good, 'https://user@a.example/cb'],
    });
    const ask = (redirect_uri: string) =>
      airtable.ask({
        client_id: 'many',
        redirect_uri,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      });
    for (const uri of [...refused, 'https://user@a.example/cb', 'https://a.example/cb#x']) {
      const { status, headers } = await ask(uri);
      assert.deepEqual([status, headers.get('location')], [400, null], uri);
    }
    for (const uri of good) assert.match((await ask(uri)).headers.get('location') ?? '', /[?&]code=/, uri);
  });
});
