import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOf, play, redeem } from '../testing/token-requests.js';

const scopes = ['channel:read:subscriptions', 'user:read:email'];

test('scope is an array, and token_type in lower case', async (t) => {
  const twitch = await play(t, 'twitch');
  const { status, body } = await redeem(twitch, await codeOf(twitch));
  assert.equal(status, 200);
  assert.deepEqual([body.scope, body.token_type], [scopes, 'bearer']);
  assert.deepEqual([typeof body.access_token, typeof body.refresh_token], ['string', 'string']);
});

test('Basic is not read', async (t) => {
  const twitch = await play(t, 'twitch');
  const code = await codeOf(twitch);
  const { status, body } = await redeem(twitch, code, {}, 'basic');
  assert.ok(status >= 400);
  assert.equal('access_token' in body, false);
  assert.equal((await redeem(twitch, code)).status, 200);
});

test('errors have status and message, and no error', async (t) => {
  const twitch = await play(t, 'twitch');
  const dead = await twitch.refresh('made-up');
  assert.deepEqual([dead.status, dead.body], [400, { status: 400, message: 'Invalid refresh token' }]);
  const others = [
    await redeem(twitch, 'made-up'),
    await redeem(twitch, await codeOf(twitch), { client_secret: 'wrong' }),
    await twitch.token({ grant_type: 'password' }),
    await twitch.token({}),
  ];
  for (const { status, body } of others) {
    assert.deepEqual(Object.keys(body), ['status', 'message']);
    assert.deepEqual([body.status, status >= 400], [status, true]);
  }
});

test('a refresh ignores scope', async (t) => {
  const twitch = await play(t, 'twitch');
  const first = await redeem(twitch, await codeOf(twitch));
  for (const scope of [scopes[0], 'made:up']) {
    const fresh = scope === scopes[0] ? first : await redeem(twitch, await codeOf(twitch));
    const { status, body } = await twitch.refresh(fresh.body.refresh_token, { scope });
    assert.deepEqual([status, body.scope], [200, scopes]);
  }
});
