import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, codeOf, play, redeem } from '../testing/token-requests.js';

test('access tokens live thirty minutes', async (t) => {
  const hubspot = await play(t, 'hubspot');
  hubspot.tenant.clock.freeze();
  const { status, body } = await redeem(hubspot, await codeOf(hubspot));
  assert.deepEqual([status, body.expires_in, typeof body.refresh_token], [200, 1800, 'string']);
  hubspot.tenant.clock.advance(1799);
  assert.equal(await hubspot.opens(body.access_token), 200);
  hubspot.tenant.clock.advance(1);
  assert.equal(await hubspot.opens(body.access_token), 401);
  assert.equal((await hubspot.refresh(body.refresh_token)).status, 200);
});

test('optional_scope is granted where it can be, and ignored elsewhere', async (t) => {
  const hubspot = await play(t, 'hubspot');
  const contacts = 'crm.objects.contacts.read';
  const scopeFor = async (optional_scope: string) => {
    const { body } = await redeem(hubspot, await codeOf(hubspot, { scope: 'oauth', optional_scope }));
    return body.scope;
  };
  assert.equal(await scopeFor(contacts), `oauth ${contacts}`);
  assert.equal(await scopeFor('crm.none'), 'oauth');
  const { location } = await ask(hubspot, { scope: 'oauth crm.none' });
  assert.equal(location?.searchParams.get('error'), 'invalid_scope');
});

test('errors have a word as status, and no error', async (t) => {
  const hubspot = await play(t, 'hubspot');
  const dead = await hubspot.refresh('made-up');
  assert.equal(dead.status, 400);
  assert.deepEqual(dead.body, {
    status: 'BAD_REFRESH_TOKEN',
    message: 'missing or invalid refresh token',
  });
  const code = await codeOf(hubspot);
  await redeem(hubspot, code);
  for (const answer of [await redeem(hubspot, code), await redeem(hubspot, 'made-up')]) {
    assert.deepEqual([answer.status, answer.body.status], [400, 'BAD_AUTH_CODE']);
    assert.deepEqual(Object.keys(answer.body), ['status', 'message']);
  }
  const wrong = await redeem(hubspot, await codeOf(hubspot), { client_secret: 'wrong' });
  assert.equal('error' in wrong.body, false);
});
