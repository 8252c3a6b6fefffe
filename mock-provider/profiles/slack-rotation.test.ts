import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOf, play, redeem } from '../testing/token-requests.js';

test('access tokens live twelve hours, and refresh tokens come with them', async (t) => {
  const slack = await play(t, 'slack-rotation');
  const { body } = await redeem(slack, await codeOf(slack));
  assert.deepEqual([body.ok, body.token_type, body.expires_in], [true, 'bot', 43200]);
  assert.match(String(body.access_token), /^xoxe\.xoxb-1-/);
  assert.match(String(body.refresh_token), /^xoxe-1-/);
});

test('a refresh token is good once, and for a short time more', async (t) => {
  const slack = await play(t, 'slack-rotation');
  slack.tenant.clock.freeze();
  const { refresh_token } = (await redeem(slack, await codeOf(slack))).body;
  const { body } = await slack.refresh(refresh_token);
  assert.equal(body.ok, true);
  assert.notEqual(body.refresh_token, refresh_token);
  assert.equal((await slack.refresh(refresh_token)).body.ok, true, 'within the grace period');
  slack.tenant.clock.advance(60);
  const late = await slack.refresh(refresh_token);
  assert.deepEqual([late.status, late.body], [200, { ok: false, error: 'invalid_refresh_token' }]);
});

test('a refresh leaves the old access token alive; the third one ends the first', async (t) => {
  const slack = await play(t, 'slack-rotation');
  const first = (await redeem(slack, await codeOf(slack))).body;
  const second = (await slack.refresh(first.refresh_token)).body;
  assert.deepEqual(
    [await slack.opens(first.access_token), await slack.opens(second.access_token)],
    [200, 200],
  );
  const third = (await slack.refresh(second.refresh_token)).body;
  const opened = [first, second, third].map(({ access_token }) => slack.opens(access_token));
  assert.deepEqual(await Promise.all(opened), [401, 200, 200]);
});
