import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Persona } from '../testing/persona.js';
import { type Answer, newVerifier, post, redirectUri, send } from '../testing/relying-party.js';

const redirect_uris = ['http://127.0.0.1/callback'];

describe('jobway', () => {
  let jobway: Persona;
  before(async () => {
    const clients = [
      { client_id: 'demo', client_secret: 'demo-secret', redirect_uris, require_pkce: false },
      { client_id: 'public', redirect_uris },
    ].map((client) => ({
      ...client,
      token_endpoint_auth_method:
        'client_secret' in client ? ('client_secret_post' as const) : ('none' as const),
    }));
    jobway = await Persona.start('jobway', { clients });
  });
  after(() => jobway.close());

  /** The limit is by the tenant's clock; a code has to be redeemed within its time, so it comes after this. */
  const rested = () => jobway.tenant.clock.advance(900);

  async function tokens(): Promise<Answer> {
    rested();
    return jobway.redeemed();
  }

  const revoke = (parameters: Record<string, string>) => post(jobway.endpoint('revocation'), parameters);

  async function document(name: string): Promise<Answer> {
    return send(`${jobway.provider.issuer}/.well-known/${name}`);
  }

  test('RFC 8414 and RFC 9728 documents are published, and none of OpenID Connect', async () => {
    const { issuer } = jobway.provider;
    const { status, body } = await document('oauth-authorization-server');
    assert.equal(status, 200);
    assert.equal(body.issuer, issuer);
    assert.equal(body.authorization_endpoint, `${issuer}/oauth/authorize`);
    assert.equal(body.token_endpoint, `${issuer}/oauth/token`);
    assert.equal(body.revocation_endpoint, `${issuer}/oauth/revoke`);
    assert.equal(body.registration_endpoint, `${issuer}/oauth/register`);
    assert.deepEqual(body.code_challenge_methods_supported, ['S256']);
    assert.deepEqual(body.token_endpoint_auth_methods_supported, ['client_secret_post', 'none']);
    assert.deepEqual(body.grant_types_supported, ['authorization_code', 'refresh_token']);
    const resource = await document('oauth-protected-resource');
    assert.deepEqual([resource.status, resource.body.authorization_servers], [200, [issuer]]);
    assert.equal((await document('openid-configuration')).status, 404);
  });

  test('the documented authorization request has no response_type, and is granted', async () => {
    const { code_challenge } = newVerifier();
    const callback = await jobway.callback({
      response_type: undefined,
      scope: 'jobs.read flows.read team.read',
      code_challenge,
      code_challenge_method: 'S256',
    });
    assert.deepEqual([...callback.keys()].sort(), ['code', 'state']);
  });

  test('state is recommended only, and redirect_uri required', async () => {
    assert.deepEqual([...(await jobway.callback({ state: undefined })).keys()], ['code']);
    const { status, headers } = await jobway.ask({ redirect_uri: undefined });
    assert.deepEqual([status, headers.get('location')], [400, null]);
  });

  test('scope defaults to that of the application', async () => {
    const code = String((await jobway.callback({ scope: undefined })).get('code'));
    rested();
    const again = String((await jobway.callback({ scope: undefined })).get('code'));
    assert.notEqual(code, again);
    const request = { grant_type: 'authorization_code', code: again, redirect_uri: redirectUri };
    assert.equal((await jobway.token(request)).body.scope, 'jobs.read flows.read team.read');
    const unknown = await jobway.callback({ scope: 'jobs.read apis.other' });
    assert.equal(unknown.get('error'), 'invalid_scope');
  });

  test('a challenge without method is one of S256', async () => {
    rested();
    const { code_verifier, code_challenge } = newVerifier();
    const callback = await jobway.callback({ code_challenge });
    const code = String(callback.get('code'));
    const request = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
    assert.equal((await jobway.token({ ...request, code_verifier: code_challenge })).status, 400);
    assert.equal((await jobway.token({ ...request, code_verifier })).status, 200);
    const plain = await jobway.callback({ code_challenge, code_challenge_method: 'plain' });
    assert.equal(plain.get('error'), 'invalid_request');
  });

  test('PKCE is required for public clients only', async () => {
    const without = await jobway.callback({ client_id: 'public' });
    assert.equal(without.get('error'), 'invalid_request');
    rested();
    const { code_verifier, code_challenge } = newVerifier();
    const callback = await jobway.callback({ client_id: 'public', code_challenge });
    const code = String(callback.get('code'));
    const request = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier };
    assert.equal((await post(jobway.endpoint('token'), { ...request, client_id: 'public' })).status, 200);
  });

  test('clients authenticate in the body, and not by Basic', async () => {
    rested();
    const request = await jobway.codeRequest();
    const basic = await jobway.token(request, 'basic');
    assert.deepEqual([basic.status, basic.body.error], [401, 'invalid_client']);
    assert.equal((await jobway.token(request, 'body')).status, 200);
  });

  test('tokens have their prefixes; one hour is told, and two are lived', async () => {
    const { status, body } = await tokens();
    const { access_token, refresh_token, ...rest } = body;
    assert.equal(status, 200);
    assert.match(String(access_token), /^se_oauth_/);
    assert.match(String(refresh_token), /^se_rt_/);
    assert.deepEqual(rest, {
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'jobs.read flows.read team.read',
    });
    jobway.tenant.clock.advance(7199);
    assert.equal(await jobway.opens(access_token), 200);
    jobway.tenant.clock.advance(1);
    assert.equal(await jobway.opens(access_token), 401);
    assert.equal((await jobway.refresh(refresh_token)).status, 200);
  });

  test('a refresh token is no access token', async () => {
    assert.equal(await jobway.opens((await tokens()).body.refresh_token), 401);
  });

  test('a used refresh token ends the grant', async () => {
    const { refresh_token } = (await tokens()).body;
    const next = await jobway.refresh(refresh_token);
    assert.equal(next.status, 200);
    assert.equal((await jobway.refresh(refresh_token)).body.error, 'invalid_grant');
    assert.equal((await jobway.refresh(next.body.refresh_token)).body.error, 'invalid_grant');
  });

  test('revocation is 200 for any token, without client authentication', async () => {
    const { access_token, refresh_token } = (await tokens()).body;
    for (const token of ['made-up', String(access_token), String(refresh_token), String(refresh_token)])
      assert.equal((await revoke({ token })).status, 200);
    assert.equal(await jobway.opens(access_token), 401);
    assert.equal((await jobway.refresh(refresh_token)).body.error, 'invalid_grant');
  });

  test('who names a client at revocation must prove it, and owns the token', async () => {
    const { access_token } = (await tokens()).body;
    const token = String(access_token);
    const wrong = await revoke({ token, client_id: 'demo', client_secret: 'wrong' });
    assert.deepEqual([wrong.status, wrong.body.error], [401, 'invalid_client']);
    await revoke({ token, client_id: 'public' });
    assert.equal(await jobway.opens(token), 200);
    assert.equal((await revoke({})).status, 400);
  });

  test('clients register themselves, and public ones get no secret', async () => {
    rested();
    const { status, body } = await send(jobway.endpoint('registration'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        client_name: 'My AI Assistant',
        redirect_uris: ['https://example.com/callback'],
        scope: 'jobs.read flows.read team.read',
        token_endpoint_auth_method: 'none',
      }),
    });
    assert.equal(status, 201);
    assert.deepEqual([body.token_endpoint_auth_method, body.client_name], ['none', 'My AI Assistant']);
    assert.equal('client_secret' in body, false);
    const callback = await jobway.ask({
      client_id: String(body.client_id),
      redirect_uri: 'https://example.com/callback',
      code_challenge: newVerifier().code_challenge,
    });
    assert.match(String(callback.headers.get('location')), /^https:\/\/example\.com\/callback\?code=/);
  });

  test('there are 20 token and registration requests in 15 minutes', async () => {
    rested();
    jobway.tenant.clock.freeze();
    const register = () => send(jobway.endpoint('registration'), { method: 'POST', body: '{}' });
    const ask = () => jobway.token({ grant_type: 'refresh_token', refresh_token: 'made-up' });
    const statuses = [];
    for (let count = 0; count < 10; count++) statuses.push((await ask()).status, (await register()).status);
    assert.deepEqual(new Set(statuses), new Set([400]));
    for (const answer of [await ask(), await register()]) {
      assert.equal(answer.status, 429);
      assert.equal(answer.headers.get('retry-after'), '900');
    }
    assert.equal((await revoke({ token: 'made-up' })).status, 200);
    assert.ok((await jobway.callback()).has('code'));
    jobway.tenant.clock.advance(900);
    assert.equal((await ask()).status, 400);
    jobway.tenant.clock.resume();
  });
});
