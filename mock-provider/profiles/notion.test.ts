import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redirectUri } from '../testing/relying-party.js';
import { ask, codeOf, play, redeem, tokenByJson } from '../testing/token-requests.js';

const grant = { grant_type: 'authorization_code', redirect_uri: redirectUri };

test('a code is redeemed by JSON with Basic, and the success has the workspace and no expiry', async (t) => {
  const notion = await play(t, 'notion');
  const { status, body } = await tokenByJson(notion, { ...grant, code: await codeOf(notion) }, 'basic');
  assert.equal(status, 200);
  const { access_token, refresh_token, request_id, ...rest } = body;
  for (const value of [access_token, refresh_token, request_id]) assert.equal(typeof value, 'string');
  assert.deepEqual(Object.keys(rest).sort(), [
    'bot_id',
    'duplicated_template_id',
    'owner',
    'token_type',
    'workspace_icon',
    'workspace_id',
    'workspace_name',
  ]);
  assert.deepEqual([rest.token_type, rest.duplicated_template_id], ['bearer', null]);
  assert.equal((rest.owner as Record<string, unknown>).type, 'user');
});

test('neither a form nor a secret in the body is taken', async (t) => {
  const notion = await play(t, 'notion');
  const code = await codeOf(notion);
  const form = await redeem(notion, code, {}, 'basic');
  assert.deepEqual([form.status, form.body.error], [400, 'invalid_request']);
  const secret = { client_id: 'demo', client_secret: notion.secret };
  const inBody = await tokenByJson(notion, { ...grant, code, ...secret });
  assert.deepEqual([inBody.status, inBody.body.error], [401, 'invalid_client']);
});

test('the authorization request needs owner=user', async (t) => {
  const notion = await play(t, 'notion');
  for (const owner of [undefined, 'workspace']) {
    const { location } = await ask(notion, { owner });
    assert.equal(location?.searchParams.get('error'), 'invalid_request');
  }
});

test('redirect_uri goes with the token request exactly where the authorization request had one', async (t) => {
  const notion = await play(t, 'notion');
  const redeem = async (code: string, redirect_uri?: string) =>
    (await tokenByJson(notion, { ...grant, code, redirect_uri }, 'basic')).status;
  assert.equal(await redeem(await codeOf(notion)), 400);
  assert.equal(await redeem(await codeOf(notion), redirectUri), 200);
  const omitted = { redirect_uri: undefined };
  assert.equal(await redeem(await codeOf(notion, omitted), redirectUri), 400);
  assert.equal(await redeem(await codeOf(notion, omitted)), 200);
});

test('a refresh replaces both tokens, and the old refresh token is refused', async (t) => {
  const notion = await play(t, 'notion');
  const first = await tokenByJson(notion, { ...grant, code: await codeOf(notion) }, 'basic');
  const refresh = { grant_type: 'refresh_token', refresh_token: first.body.refresh_token };
  const second = await tokenByJson(notion, refresh, 'basic');
  assert.equal(second.status, 200);
  assert.notEqual(second.body.access_token, first.body.access_token);
  assert.notEqual(second.body.refresh_token, first.body.refresh_token);
  assert.equal(second.body.bot_id, first.body.bot_id);
  const again = await tokenByJson(notion, refresh, 'basic');
  assert.deepEqual([again.status, again.body.error], [400, 'invalid_grant']);
});
