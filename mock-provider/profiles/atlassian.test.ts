import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Persona } from '../testing/persona.js';
import { redirectUri } from '../testing/relying-party.js';
import { ask, codeOf, play, redeem, tokenByJson } from '../testing/token-requests.js';

function byJson(atlassian: Persona, parameters: Record<string, unknown>) {
  return tokenByJson(atlassian, { client_id: 'demo', client_secret: atlassian.secret, ...parameters });
}

const grant = { grant_type: 'authorization_code', redirect_uri: redirectUri };

test('a code is redeemed by JSON or by a form, and the success has no token_type', async (t) => {
  const atlassian = await play(t, 'atlassian');
  const json = await byJson(atlassian, { ...grant, code: await codeOf(atlassian) });
  const form = await redeem(atlassian, await codeOf(atlassian));
  for (const { status, body } of [json, form]) {
    assert.equal(status, 200);
    assert.deepEqual(Object.keys(body).sort(), ['access_token', 'expires_in', 'refresh_token', 'scope']);
  }
});

test('the authorization request needs audience and prompt', async (t) => {
  const atlassian = await play(t, 'atlassian');
  for (const change of [{ audience: undefined }, { audience: 'other' }, { prompt: undefined }]) {
    const { location } = await ask(atlassian, change);
    assert.equal(location?.searchParams.get('error'), 'invalid_request');
  }
});

test('a refresh token needs offline_access', async (t) => {
  const atlassian = await play(t, 'atlassian');
  const { body } = await redeem(atlassian, await codeOf(atlassian, { scope: 'read:jira-work' }));
  assert.equal('refresh_token' in body, false);
});

test('refresh tokens rotate; one that was used, or is none, is answered with 403', async (t) => {
  const atlassian = await play(t, 'atlassian');
  const first = await redeem(atlassian, await codeOf(atlassian));
  const { refresh_token } = first.body;
  const second = await byJson(atlassian, { grant_type: 'refresh_token', refresh_token });
  assert.equal(second.status, 200);
  assert.notEqual(second.body.refresh_token, refresh_token);
  for (const answer of [await atlassian.refresh(refresh_token), await atlassian.refresh('made-up')]) {
    assert.equal(answer.status, 403);
    assert.deepEqual(answer.body, {
      error: 'invalid_grant',
      error_description: 'Unknown or invalid refresh token.',
    });
  }
});

test('a refresh token ends after 90 days without use, and each use begins them anew', async (t) => {
  const atlassian = await play(t, 'atlassian');
  const day = 24 * 3600;
  let { refresh_token } = (await redeem(atlassian, await codeOf(atlassian))).body;
  for (let use = 0; use < 2; use++) {
    atlassian.tenant.clock.advance(89 * day);
    ({ refresh_token } = (await atlassian.refresh(refresh_token)).body);
    assert.equal(typeof refresh_token, 'string');
  }
  atlassian.tenant.clock.advance(90 * day);
  assert.equal((await atlassian.refresh(refresh_token)).status, 403);
});

test('a wrong secret is access_denied, a code that does not hold is 400 invalid_grant', async (t) => {
  const atlassian = await play(t, 'atlassian');
  const wrong = await redeem(atlassian, await codeOf(atlassian), { client_secret: 'wrong' });
  assert.deepEqual([wrong.status, wrong.body.error], [401, 'access_denied']);
  const unknown = await redeem(atlassian, 'made-up');
  assert.deepEqual([unknown.status, unknown.body.error], [400, 'invalid_grant']);
});
