import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  loadProfile,
  type ProviderOptions,
  profileNames,
  profileOfConnection,
  startMockProvider,
} from '../index.js';
import { send, tokens } from '../testing/relying-party.js';

const token = 'the-admin-token';

async function played(options: ProviderOptions = {}) {
  const provider = await startMockProvider({ approval: 'automatic', admin: { token }, ...options });
  const call = (method: string, path: string, body?: unknown) =>
    send(`${provider.address}/_proofkey${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return { provider, call };
}

test('a tenant becomes another provider: address, journal, clock, faults and own clients go on, tokens end', async (t) => {
  const { provider, call } = await played();
  t.after(() => provider.close());
  const { defaultTenant: tenant, issuer } = provider;
  tenant.register({ client_id: 'mine', redirect_uris: ['http://127.0.0.1/callback'] });
  await tenant.play(['as-token-cacheable']);
  await tenant.playOnce('stall', '/revoke');
  tenant.clock.advance(1000);
  const { access_token } = await tokens(issuer);
  const entries = tenant.journal.entries().length;

  const { status, body } = await call('PUT', '/tenants/default/profile', { profile: 'notion' });
  assert.deepEqual([status, body.profile, body.issuer], [200, { name: 'notion', title: 'Notion' }, issuer]);
  assert.equal((body.endpoints as Record<string, string>).token, `${issuer}/v1/oauth/token`);
  assert.equal(body.metadata, undefined, 'Notion publishes none');
  assert.ok(provider.defaultTenant === tenant, 'whoever holds the tenant goes on holding it');
  assert.ok(tenant.journal.entries().length >= entries);
  assert.equal(tenant.clock.state().aheadBy, 1000);
  assert.deepEqual([tenant.faults, tenant.plannedFaults.length], [['as-token-cacheable'], 1]);
  assert.deepEqual([...tenant.clients.keys()], ['mine', 'demo']);
  assert.equal(
    tenant.clients.get('demo')?.client_secret,
    'demo-secret',
    "the provider's client, not the strict one",
  );
  const headers = { authorization: `Bearer ${access_token}` };
  assert.equal((await send(`${issuer}/resource`, { headers })).status, 401);
  assert.deepEqual(tenant.scopes, []);

  await call('PUT', '/tenants/default/profile', { profile: null });
  await tokens(issuer);
  assert.deepEqual([tenant.profile, tenant.clients.get('demo')?.client_secret], [undefined, undefined]);
  assert.deepEqual(tenant.scopes, ['openid', 'profile', 'read', 'write']);
});

test('what the options of a tenant say outlives the provider that it plays', async (t) => {
  const clients = [{ client_id: 'written', redirect_uris: ['http://127.0.0.1/callback'] }];
  const { provider, call } = await played({
    clients,
    scopes: ['openid', 'read'],
    lifetimes: { accessToken: 7 },
  });
  t.after(() => provider.close());
  await call('PUT', '/tenants/default/profile', { profile: 'github' });
  const { defaultTenant: tenant } = provider;
  assert.deepEqual([...tenant.clients.keys()], ['written']);
  assert.deepEqual([tenant.scopes, tenant.lifetimes.accessToken], [['openid', 'read'], 7]);
});

test("DELETE goes back to what the tenant was started with, a connection of one's own too", async (t) => {
  const { connection } = await loadProfile('slack');
  const profile = profileOfConnection({ ...connection, provider: 'own', title: 'Own' });
  const { provider, call } = await played({ profile });
  t.after(() => provider.close());
  await call('PUT', '/tenants/default/profile', { profile: 'github' });
  assert.equal(provider.defaultTenant.profile?.name, 'github');
  const { body } = await call('DELETE', '/tenants/default/profile');
  assert.deepEqual([body.profile, body.initialProfile], [{ name: 'own', title: 'Own' }, 'own']);
});

test('only built-in profiles are played by name, and a typo is answered with the nearest', async (t) => {
  const { provider, call } = await played();
  t.after(() => provider.close());
  const refused: [unknown, RegExp][] = [
    [{ profile: 'githup' }, /unknown profile "githup"; did you mean "github"\?/],
    [{ profile: '/etc/passwd.yaml' }, /unknown profile/],
    [{ profile: 7 }, /must be the name of one, or null/],
    [{}, /must be the name of one, or null/],
    [[], /must be/],
    [['x'], /^the body must be an object/],
    [null, /^the body must be an object/],
    [{ profil: 'github' }, /unknown field "profil"; did you mean "profile"\?/],
  ];
  for (const [body, message] of refused) {
    const answer = await call('PUT', '/tenants/default/profile', body);
    assert.equal(answer.status, 400, JSON.stringify(body));
    assert.match(String(answer.body.error_description), message);
  }
  assert.equal(provider.defaultTenant.profile, undefined);
});

test('every profile is listed, and every one can be switched to', async (t) => {
  const { provider, call } = await played();
  t.after(() => provider.close());
  const { profiles } = (await call('GET', '/profiles')).body as {
    profiles: { name: string; title: string }[];
  };
  assert.deepEqual(
    profiles.map(({ name }) => name),
    profileNames(),
  );
  for (const { name, title } of profiles) {
    const { status, body } = await call('PUT', '/tenants/default/profile', { profile: name });
    assert.deepEqual([status, body.profile], [200, { name, title }]);
    const settings = await call('GET', '/tenants/default/settings');
    assert.equal(settings.status, 200, name);
  }
});
