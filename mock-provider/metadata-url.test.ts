import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type ProviderOptions, profileNames, startMockProvider } from './index.js';
import { metadataUrl } from './metadata-url.js';
import { send } from './testing/relying-party.js';

async function started(t: TestContext, options: ProviderOptions = {}) {
  const provider = await startMockProvider(options);
  t.after(() => provider.close());
  return provider;
}

const documents = ['openid-configuration', 'oauth-authorization-server'];

test('the metadata of every provider are where they are said to be, or are none', async (t) => {
  const provider = await started(t);
  const { defaultTenant: tenant, issuer } = provider;
  const below = await provider.addTenant({ name: 'below', path: true });
  for (const profile of [undefined, ...profileNames()])
    for (const one of [tenant, below]) {
      await one.playProfile(profile);
      const url = metadataUrl(one);
      const asked = url === undefined ? documents.map((name) => `${one.issuer}/.well-known/${name}`) : [url];
      for (const place of asked)
        assert.equal((await send(place)).status, url === undefined ? 404 : 200, `${profile}: ${place}`);
    }
  await tenant.playProfile('jobway');
  assert.equal(metadataUrl(tenant), `${issuer}/.well-known/oauth-authorization-server`);
  await tenant.playProfile(undefined);
  assert.equal(metadataUrl(tenant), `${issuer}/.well-known/openid-configuration`);
});

test("an issuer's path is before the well-known one in OpenID Connect Discovery, behind it in RFC 8414", async (t) => {
  const { defaultTenant: tenant, address } = await started(t, { issuer: 'https://mock.example/base' });
  for (const [profile, path] of [
    [undefined, '/base/.well-known/openid-configuration'],
    ['jobway', '/.well-known/oauth-authorization-server/base'],
  ] as const) {
    await tenant.playProfile(profile);
    assert.equal(metadataUrl(tenant), `https://mock.example${path}`);
    const { status, body } = await send(`${address}${path}`);
    assert.deepEqual([status, body.issuer], [200, tenant.issuer]);
  }
});
