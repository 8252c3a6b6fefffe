import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startMockProvider } from '../index.js';
import { codeRequest, post, send, tokens } from '../testing/relying-party.js';

const token = 'the-admin-token';
const provider = await startMockProvider({ approval: 'automatic', admin: { token } });
after(() => provider.close());
const { issuer } = provider;

interface ListedGrant {
  id: string;
  client_id: string;
  sub?: string;
  scope: string[];
  code?: { count: number; expiresAt: number };
  access_token?: { count: number; expiresAt: number };
  refresh_token?: { count: number; expiresAt: number };
}

function call(method: string, path: string, body?: unknown) {
  return send(`${issuer}/_proofkey/tenants/default/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function listed(): Promise<ListedGrant[]> {
  return (await call('GET', 'grants')).body.grants as ListedGrant[];
}

async function newest(): Promise<ListedGrant> {
  const [grant] = await listed();
  assert.ok(grant, 'a grant is alive');
  return grant;
}

const opens = async (access_token: string) =>
  (await send(`${issuer}/resource`, { headers: { authorization: `Bearer ${access_token}` } })).status === 200;
const refresh = (refresh_token: string) =>
  post(`${issuer}/token`, { grant_type: 'refresh_token', client_id: 'demo', refresh_token });

test('a grant is listed by what of it lives, without any value', async () => {
  const request = await codeRequest(issuer);
  const { now } = provider.defaultTenant.clock.state();
  const before = await newest();
  assert.deepEqual([before.client_id, before.sub, before.scope], ['demo', 'alice', ['openid', 'read']]);
  assert.equal(before.code?.count, 1);
  assert.ok(Math.abs((before.code?.expiresAt ?? 0) - now - 60) <= 1);
  const { body } = await post(`${issuer}/token`, request);
  const { refresh_token } = (await refresh(String(body.refresh_token))).body;
  const answer = await call('GET', 'grants');
  const after = (answer.body.grants as ListedGrant[]).find(({ id }) => id === before.id);
  assert.equal(after?.code, undefined, 'the code was redeemed');
  assert.deepEqual(
    [after?.access_token?.count, after?.refresh_token?.count],
    [2, 1],
    'the rotated one is dead',
  );
  for (const secret of [request.code, body.access_token, body.refresh_token, refresh_token])
    assert.ok(!answer.text.includes(String(secret)));
});

test('one grant is revoked, and the others live', async () => {
  const other = await tokens(issuer);
  const kept = (await listed()).map(({ id }) => id);
  const ended = await tokens(issuer);
  const grant = (await listed()).find(({ id }) => !kept.includes(id));
  assert.equal((await call('POST', 'grants/revoke', { id: grant?.id })).status, 204);
  assert.deepEqual([await opens(ended.access_token), await opens(other.access_token)], [false, true]);
  assert.equal((await refresh(ended.refresh_token)).body.error, 'invalid_grant');
  const again = await call('POST', 'grants/revoke', { id: grant?.id });
  assert.equal(again.status, 404);
  assert.match(String(again.body.error_description), /no grant of that id is alive/);
});

test('one grant expires, wholly or in part, and the clock stays', async () => {
  const kept = (await listed()).map(({ id }) => id);
  const issued = await tokens(issuer);
  const id = (await listed()).find((one) => !kept.includes(one.id))?.id;
  const { aheadBy } = provider.defaultTenant.clock.state();
  const expired = await call('POST', 'grants/expire', { id, type: 'access_token' });
  assert.deepEqual([expired.status, expired.body], [200, { expired: 1 }]);
  assert.equal(await opens(issued.access_token), false);
  const renewed = await refresh(issued.refresh_token);
  assert.equal(renewed.status, 200, 'the refresh token lives');
  assert.deepEqual((await call('POST', 'grants/expire', { id })).body, { expired: 2 });
  assert.equal((await refresh(String(renewed.body.refresh_token))).body.error, 'invalid_grant');
  assert.equal(provider.defaultTenant.clock.state().aheadBy, aheadBy);
});

test('what no resource owner has granted is listed too', async () => {
  provider.defaultTenant.register({
    client_id: 'job',
    client_secret: 'job secret',
    grant_types: ['client_credentials'],
  });
  const authorization = `Basic ${Buffer.from('job:job+secret').toString('base64')}`;
  await post(`${issuer}/token`, { grant_type: 'client_credentials' }, { authorization });
  const grant = (await listed()).find(({ client_id }) => client_id === 'job');
  assert.deepEqual([grant?.sub, grant?.access_token?.count], [undefined, 1]);
});
