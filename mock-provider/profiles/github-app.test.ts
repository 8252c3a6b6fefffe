import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Persona } from '../testing/persona.js';
import { type Answer, post, send } from '../testing/relying-party.js';

const json = { accept: 'application/json' };

describe('github-app', () => {
  let app: Persona;
  before(async () => {
    app = await Persona.start('github-app');
  });
  after(() => app.close());

  function ask(parameters: Record<string, string>, headers: Record<string, string> = json): Promise<Answer> {
    return post(
      app.endpoint('token'),
      { client_id: 'demo', client_secret: app.secret, ...parameters },
      headers,
    );
  }

  const refresh = (token: unknown) => ask({ grant_type: 'refresh_token', refresh_token: String(token) });
  const tokens = async () => (await ask(await app.codeRequest())).body;

  test('tokens expire: eight hours, and six months for the refresh token', async () => {
    const { access_token, refresh_token, ...rest } = await tokens();
    assert.match(String(access_token), /^ghu_/);
    assert.match(String(refresh_token), /^ghr_/);
    assert.deepEqual(rest, {
      expires_in: 28_800,
      refresh_token_expires_in: 15_811_200,
      scope: '',
      token_type: 'bearer',
    });
  });

  test('the answer is a form by default', async () => {
    const { text } = await ask(await app.codeRequest(), {});
    assert.match(text, /^access_token=ghu_.*&refresh_token=ghr_/);
  });

  test('a refresh ends its token and the access token before it', async () => {
    const first = await tokens();
    assert.equal(await app.opens(first.access_token), 200);
    const { status, body } = await refresh(first.refresh_token);
    assert.equal(status, 200);
    assert.notEqual(body.refresh_token, first.refresh_token);
    assert.deepEqual([await app.opens(first.access_token), await app.opens(body.access_token)], [401, 200]);
    const again = await refresh(first.refresh_token);
    assert.deepEqual([again.status, again.body.error], [200, 'bad_refresh_token']);
    assert.equal(again.body.error_description, 'The refresh token passed is incorrect or expired.');
  });

  test('a wrong code, secret or refresh token has status 200 and a code of its own', async () => {
    const errors = [
      await ask({ code: 'made-up' }),
      await ask({ code: 'made-up', client_secret: 'wrong' }),
      await refresh('made-up'),
    ];
    assert.deepEqual(
      errors.map(({ status, body }) => [status, body.error]),
      [
        [200, 'bad_verification_code'],
        [200, 'incorrect_client_credentials'],
        [200, 'bad_refresh_token'],
      ],
    );
  });

  test('access tokens end after eight hours, refresh tokens after six months', async () => {
    const { access_token, refresh_token } = await tokens();
    app.tenant.clock.advance(28_799);
    assert.equal(await app.opens(access_token), 200);
    app.tenant.clock.advance(1);
    assert.equal(await app.opens(access_token), 401);
    app.tenant.clock.advance(15_811_200 - 28_800);
    assert.equal((await refresh(refresh_token)).body.error, 'bad_refresh_token');
  });

  test('DELETE with Basic ends one token', async () => {
    const { access_token, refresh_token } = await tokens();
    const url = app.endpoint('revocation').replace('{client_id}', 'demo');
    const authorization = `Basic ${Buffer.from(`demo:${app.secret}`).toString('base64')}`;
    const headers = { authorization, 'content-type': 'application/json' };
    const { status } = await send(url, { method: 'DELETE', headers, body: JSON.stringify({ access_token }) });
    assert.equal(status, 204);
    assert.equal(await app.opens(access_token), 401);
    assert.equal((await refresh(refresh_token)).status, 200);
  });
});

test('redirect URIs of a github-app are compared exactly; the first is that of a request without one', async (t) => {
  const redirect_uris = ['https://client.example/first', 'https://client.example/second'];
  const clients = [{ client_id: 'demo', client_secret: 'demo-secret', redirect_uris }];
  const app = await Persona.start('github-app', { clients });
  t.after(() => app.close());
  const landing = async (redirect_uri?: string) => (await app.ask({ redirect_uri })).headers.get('location');
  assert.match(String(await landing()), /^https:\/\/client\.example\/first\?code=/);
  assert.match(String(await landing(redirect_uris[1])), /^https:\/\/client\.example\/second\?code=/);
  for (const more of ['/below', '?more=1']) assert.equal(await landing(`${redirect_uris[0]}${more}`), null);
});
