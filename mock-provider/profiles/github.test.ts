import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Persona } from '../testing/persona.js';
import { type Answer, post, redirectUri, send } from '../testing/relying-party.js';

const json = { accept: 'application/json' };
const form = 'application/x-www-form-urlencoded; charset=utf-8';

describe('github', () => {
  let github: Persona;
  before(async () => {
    github = await Persona.start('github');
  });
  after(() => github.close());

  /** A token request as documented: no grant_type, credentials as parameters. */
  function exchange(parameters: Record<string, string>, headers: Record<string, string> = json) {
    const documented = { client_id: 'demo', client_secret: github.secret, ...parameters };
    return post(github.endpoint('token'), documented, headers);
  }

  const code = async (changes = {}) => (await github.callback(changes)).get('code') ?? '';

  function refusedAs({ status, body }: Answer, error: string, description: string): void {
    assert.equal(status, 200);
    assert.deepEqual([body.error, body.error_description], [error, description]);
    assert.match(String(body.error_uri), /^https:\/\/docs\.github\.com\//);
  }

  test('without response_type and state, an authorization request gets a code', async () => {
    const callback = await github.callback({ response_type: undefined, state: undefined });
    assert.deepEqual([...callback.keys()], ['code']);
  });

  test('the answer is a form by default, JSON or XML where Accept asks for it', async () => {
    const byDefault = await exchange({ code: await code() }, { accept: '*/*' });
    assert.deepEqual([byDefault.status, byDefault.headers.get('content-type')], [200, form]);
    assert.match(byDefault.text, /^access_token=gho_[\w-]+&scope=repo%2Cread%3Auser&token_type=bearer$/);
    const { body } = await exchange({ code: await code() });
    assert.deepEqual(Object.keys(body).sort(), ['access_token', 'scope', 'token_type']);
    assert.deepEqual([body.scope, body.token_type], ['repo,read:user', 'bearer']);
    const xml = await exchange({ code: await code() }, { accept: 'application/xml' });
    assert.match(String(xml.headers.get('content-type')), /^application\/xml/);
    assert.match(xml.text, /<OAuth>.*<access_token>gho_[\w-]+<\/access_token>.*<\/OAuth>/);
  });

  test('parameters may be in the query of a POST, and nowhere in a GET', async () => {
    const parameters = { client_id: 'demo', client_secret: github.secret, code: await code() };
    const url = `${github.endpoint('token')}?${new URLSearchParams(parameters)}`;
    assert.equal((await send(url, { headers: json })).status, 405);
    const { body } = await send(url, { method: 'POST', headers: json });
    assert.match(String(body.access_token), /^gho_/);
  });

  test('errors have status 200 and codes of their own', async () => {
    const bad = 'The code passed is incorrect or expired.';
    refusedAs(await exchange({ code: 'made-up' }), 'bad_verification_code', bad);
    const used = await code();
    await exchange({ code: used });
    refusedAs(await exchange({ code: used }), 'bad_verification_code', bad);
    const credentials = 'The client_id and/or client_secret passed are incorrect.';
    const wrong = await exchange({ code: await code(), client_secret: 'wrong' });
    refusedAs(wrong, 'incorrect_client_credentials', credentials);
    const mismatch = await exchange({ code: await code(), redirect_uri: `${redirectUri}/other` });
    const must = 'The redirect_uri MUST match the registered callback URL for this application.';
    refusedAs(mismatch, 'redirect_uri_mismatch', must);
    const asForm = await exchange({ code: 'made-up' }, {});
    assert.deepEqual([asForm.status, asForm.headers.get('content-type')], [200, form]);
    assert.match(asForm.text, /^error=bad_verification_code&/);
  });

  test('a code lives for ten minutes, a token for good', async () => {
    const { clock } = github.tenant;
    const [first, second] = [await code(), await code()];
    clock.advance(599);
    const { body } = await exchange({ code: first });
    clock.advance(1);
    assert.equal((await exchange({ code: second })).body.error, 'bad_verification_code');
    clock.advance(5 * 365 * 24 * 3600);
    assert.equal(await github.opens(body.access_token), 200);
  });

  test('PKCE is optional, by S256 only, and the secret is needed all the same', async () => {
    const request = await github.codeRequest();
    const { client_id, ...unproven } = { client_id: 'demo', ...request };
    const public_ = await post(github.endpoint('token'), { client_id, ...unproven }, json);
    assert.equal(public_.body.error, 'incorrect_client_credentials');
    assert.match(String((await exchange(request)).body.access_token), /^gho_/);
    const { code_verifier: _verifier, ...without } = await github.codeRequest();
    assert.equal((await exchange(without)).body.error, 'bad_verification_code');
    const plain = await github.callback({ code_challenge: 'x'.repeat(43), code_challenge_method: 'plain' });
    assert.equal(plain.get('error'), 'invalid_request');
  });

  test('no script of another origin may call the token endpoint', async () => {
    const preflight = await send(github.endpoint('token'), { method: 'OPTIONS' });
    assert.equal(preflight.headers.get('access-control-allow-origin'), null);
    assert.equal((await exchange({ code: 'none' })).headers.get('access-control-allow-origin'), null);
  });

  test('there are no metadata, and no refresh tokens', async () => {
    for (const name of ['oauth-authorization-server', 'openid-configuration', 'oauth-protected-resource'])
      assert.equal((await send(`${github.provider.issuer}/.well-known/${name}`)).status, 404);
  });
});

describe('redirect URIs of github', () => {
  let github: Persona;
  before(async () => {
    const redirect_uris = ['http://example.com/path', 'http://127.0.0.1/path'];
    const clients = [{ client_id: 'demo', client_secret: 'demo-secret', redirect_uris }];
    github = await Persona.start('github', { clients });
  });
  after(() => github.close());

  const landing = async (redirect_uri: string) =>
    (await github.ask({ redirect_uri })).headers.get('location');

  test('a path below the registered one, a subdomain and any loopback port are good', async () => {
    const good = [
      'http://example.com/path',
      'http://example.com/path/subdir/other',
      'http://oauth.example.com/path',
      'http://oauth.example.com/path/subdir/other',
      'http://127.0.0.1:1234/path',
    ];
    for (const uri of good) assert.ok((await landing(uri))?.startsWith(`${uri}?code=`), uri);
  });

  test('other paths, ports and hosts are bad', async () => {
    const bad = [
      'http://example.com/bar',
      'http://example.com/',
      'http://example.com/pathological',
      'http://example.com/path/../bar',
      'http://example.com/path/%2e%2e/bar',
      'http://example.com:8080/path',
      'http://oauth.example.com:8080/path',
      'http://example.org',
      'http://notexample.com/path',
      'http://example.com@evil.test/path',
      'http://evil.test\\@example.com/path',
      'https://example.com/path',
    ];
    for (const uri of bad) assert.equal(await landing(uri), null, uri);
  });
});

describe('revocation at github', () => {
  let github: Persona;
  before(async () => {
    github = await Persona.start('github');
  });
  after(() => github.close());

  function revoke(access_token: unknown, secret = github.secret, clientId = 'demo') {
    const url = github.endpoint('revocation').replace('{client_id}', clientId);
    const authorization = `Basic ${Buffer.from(`demo:${secret}`).toString('base64')}`;
    const headers = { authorization, 'content-type': 'application/json' };
    return send(url, { method: 'DELETE', headers, body: JSON.stringify({ access_token }) });
  }

  test('DELETE with Basic ends the token with 204; one that is dead is 422', async () => {
    const { text } = await github.redeemed();
    const token = new URLSearchParams(text).get('access_token');
    assert.equal(await github.opens(token), 200);
    assert.equal((await revoke(token, 'wrong')).status, 401);
    assert.equal((await revoke(token, github.secret, 'other')).status, 400);
    assert.equal(await github.opens(token), 200);
    const { status, text: nothing } = await revoke(token);
    assert.deepEqual([status, nothing], [204, '']);
    assert.equal(await github.opens(token), 401);
    assert.equal((await revoke(token)).status, 422);
  });

  test('POST is not for revocation', async () => {
    const { status, headers } = await post(github.endpoint('revocation').replace('{client_id}', 'demo'), {
      token: 'any',
    });
    assert.deepEqual([status, headers.get('allow')], [405, 'DELETE']);
  });
});
