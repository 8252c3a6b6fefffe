import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Persona } from '../testing/persona.js';
import { post, send } from '../testing/relying-party.js';
import { codeOf, play, redeem } from '../testing/token-requests.js';

async function tokens(google: Persona, changes: Record<string, string | undefined> = {}) {
  const { status, body } = await redeem(google, await codeOf(google, changes));
  assert.equal(status, 200);
  return body;
}

const quiet = { prompt: undefined };

test('a refresh token comes with access_type=offline, and then on first consent only', async (t) => {
  const google = await play(t, 'google');
  assert.equal('refresh_token' in (await tokens(google, { access_type: undefined })), false);
  // That was the first consent.
  assert.equal('refresh_token' in (await tokens(google, quiet)), false);
  assert.equal('refresh_token' in (await tokens(google, { prompt: 'consent' })), true);
  const another = await play(t, 'google');
  assert.equal('refresh_token' in (await tokens(another, quiet)), true);
  assert.equal('refresh_token' in (await tokens(another, quiet)), false);
});

test('a refresh keeps its token and does not repeat it', async (t) => {
  const google = await play(t, 'google');
  const { refresh_token, expires_in, token_type } = await tokens(google);
  assert.deepEqual([expires_in, token_type], [3600, 'Bearer']);
  for (let use = 0; use < 2; use++) {
    const { status, body } = await google.refresh(refresh_token);
    assert.equal(status, 200);
    assert.equal('refresh_token' in body, false);
  }
});

test('errors have the descriptions that are known', async (t) => {
  const google = await play(t, 'google');
  const code = await codeOf(google);
  await redeem(google, code);
  const used = await redeem(google, code);
  assert.deepEqual(
    [used.status, used.body],
    [400, { error: 'invalid_grant', error_description: 'Code was already redeemed.' }],
  );
  const dead = await google.refresh('made-up');
  assert.deepEqual(
    [dead.status, dead.body],
    [400, { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' }],
  );
});

test('a token is revoked in the query; one that is dead is answered with 400 invalid_token', async (t) => {
  const google = await play(t, 'google');
  const { access_token, refresh_token } = await tokens(google);
  const url = `${google.endpoint('revocation')}?token=${access_token}`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  assert.equal((await send(url, { method: 'POST', headers })).status, 200);
  assert.equal(await google.opens(access_token), 401);
  assert.equal((await google.refresh(refresh_token)).status, 400, 'revoking one token ends the other');
  const again = await send(url, { method: 'POST', headers });
  assert.deepEqual(
    [again.status, again.body],
    [400, { error: 'invalid_token', error_description: 'Token expired or revoked' }],
  );
});

test('who revoked is asked for consent again, and that is a first one', async (t) => {
  const google = await play(t, 'google');
  const { refresh_token } = await tokens(google, quiet);
  await post(google.endpoint('revocation'), { token: String(refresh_token) });
  assert.equal('refresh_token' in (await tokens(google, quiet)), true);
});

test('the refresh token beyond a hundred ends the oldest without a word', async (t) => {
  const google = await play(t, 'google');
  const issued: unknown[] = [];
  for (let count = 0; count < 101; count++) issued.push((await tokens(google)).refresh_token);
  assert.equal((await google.refresh(issued[0])).body.error, 'invalid_grant');
  assert.deepEqual(
    [(await google.refresh(issued[1])).status, (await google.refresh(issued[100])).status],
    [200, 200],
  );
});
