import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, codeOf, play, redeem, tokenByJson } from '../testing/token-requests.js';

test('the success has the members of oauth.v2.access, ok first of all, and no expiry', async (t) => {
  const slack = await play(t, 'slack');
  const { status, body } = await redeem(slack, await codeOf(slack));
  const { access_token, ...rest } = body;
  slack.tenant.clock.advance(365 * 24 * 3600);
  assert.deepEqual([status, await slack.opens(access_token)], [200, 200]);
  assert.match(String(access_token), /^xoxb-/);
  assert.deepEqual(rest, {
    ok: true,
    token_type: 'bot',
    scope: 'commands,incoming-webhook',
    bot_user_id: 'U0KRQLJ9H',
    app_id: 'A0KRD7HC3',
    team: { name: 'Slack Softball Team', id: 'T9TK3CUKW' },
    enterprise: null,
    authed_user: { id: 'U1234' },
  });
});

test('scopes are separated by commas, and by nothing else', async (t) => {
  const slack = await play(t, 'slack');
  const one = await redeem(slack, await codeOf(slack, { scope: 'commands' }));
  assert.equal(one.body.scope, 'commands');
  const { location } = await ask(slack, { scope: 'commands incoming-webhook' });
  assert.equal(location?.searchParams.get('error'), 'invalid_scope');
});

test('user_scope brings a second token, which stands in authed_user', async (t) => {
  const slack = await play(t, 'slack');
  const { body } = await redeem(slack, await codeOf(slack, { scope: 'commands', user_scope: 'chat:write' }));
  const user = body.authed_user as Record<string, unknown>;
  assert.match(String(body.access_token), /^xoxb-/);
  assert.match(String(user.access_token), /^xoxp-/);
  assert.deepEqual(
    { ...user, access_token: '' },
    {
      id: 'U1234',
      scope: 'chat:write',
      access_token: '',
      token_type: 'user',
    },
  );
  assert.deepEqual([await slack.opens(body.access_token), await slack.opens(user.access_token)], [200, 200]);
});

test('who asks for user_scope alone gets no token at the top', async (t) => {
  const slack = await play(t, 'slack');
  const { body } = await redeem(slack, await codeOf(slack, { scope: undefined, user_scope: 'chat:write' }));
  assert.equal(body.ok, true);
  assert.deepEqual([body.access_token, body.token_type, body.scope], [undefined, undefined, undefined]);
  assert.match(String((body.authed_user as Record<string, unknown>).access_token), /^xoxp-/);
});

test('every error is 200 with ok false and a code of Slack', async (t) => {
  const slack = await play(t, 'slack');
  const code = await codeOf(slack);
  const used = await codeOf(slack);
  await redeem(slack, used);
  const answers = {
    invalid_code: await redeem(slack, 'made-up'),
    bad_redirect_uri: await redeem(slack, code, { redirect_uri: 'http://127.0.0.1:8765/other' }),
    bad_client_secret: await redeem(slack, code, { client_secret: 'wrong' }),
    invalid_client_id: await redeem(slack, code, { client_id: 'nobody' }),
    invalid_grant_type: await slack.token({ grant_type: 'password' }),
  };
  for (const [error, { status, body }] of Object.entries(answers))
    assert.deepEqual([status, body], [200, { ok: false, error }]);
  assert.deepEqual((await redeem(slack, used)).body, { ok: false, error: 'invalid_code' });
});

test('credentials by Basic or in the body, form only, and no refresh token', async (t) => {
  const slack = await play(t, 'slack');
  const { body } = await redeem(slack, await codeOf(slack), {}, 'basic');
  assert.equal(body.ok, true);
  assert.equal('refresh_token' in body, false);
  const refused = await tokenByJson(slack, { grant_type: 'authorization_code' }, 'basic');
  assert.deepEqual([refused.status, refused.body.ok], [200, false]);
});
