import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OptionError, type ProviderOptions, startMockProvider } from './index.js';

const wrong: [unknown, RegExp][] = [
  [null, /^the options must be an object; received null$/],
  [[], /^the options must be an object; received an array$/],
  [{ prot: 1 }, /^unknown option "prot"; did you mean "port"\?$/],
  [{ port: '1' }, /^port must be a whole number from 0 to 65535; received a string$/],
  [{ port: 70_000 }, /received 70000$/],
  [{ host: 'a b' }, /^host must be/],
  [{ issuer: 'http://x/' }, /^issuer must not end with a slash$/],
  [{ issuer: 'http://x?y' }, /^issuer must be an http or https URL/],
  [{ issuer: 'ftp://x' }, /^issuer must be an http or https URL/],
  [{ issuer: 'x' }, /^issuer must be an http or https URL/],
  [{ name: 'a b' }, /^name must be made of letters/],
  [{ approval: 'auto' }, /^approval must be one of pages, automatic; received "auto"$/],
  [{ signingAlgorithm: 'HS256' }, /^signingAlgorithm must be one of ES256/],
  [{ lifetimes: { acessToken: 1 } }, /^unknown lifetime "acessToken"; did you mean "accessToken"\?$/],
  [{ lifetimes: { code: '60' } }, /^lifetimes\.code must be a whole number of seconds/],
  [{ users: [{ sub: 'a' }] }, /^users\[0\]: username is missing$/],
  [{ users: [{ usrname: 'a' }] }, /^unknown user field "usrname"; did you mean "username"\?$/],
  [{ clients: {} }, /^clients must be an array; received an object$/],
  [{ clients: [{}] }, /^clients\[0\]: client_id is missing$/],
  [{ clients: [{ client_id: 'a', redirect_uri: '' }] }, /^unknown client field "redirect_uri"; did you mean/],
  [{ clients: [{ client_id: 'a', redirect_uris: ['x'] }] }, /^clients\[0\]\.redirect_uris\[0\] must be/],
  [{ clients: [{ client_id: 'a' }, { client_id: 'a' }] }, /^clients: two have the client_id "a"$/],
  [{ clients: [{ client_id: 'a', client_secret: 7 }] }, /^clients\[0\]\.client_secret must be/],
  [
    { clients: [{ client_id: 'a', token_endpoint_auth_method: 'client_secret_post' }] },
    /client_secret_post needs client_secret$/,
  ],
  [{ clients: [{ client_id: 'a', jwks: { keys: [{ kty: 'EC', d: 'x' }] } }] }, /must be a public key/],
  [{ faults: ['delya'] }, /^unknown fault "delya"; did you mean "delay"\?$/],
  [{ faults: ['nothing at all'] }, /^unknown fault "nothing at all"; none of the \d{3} known is like it$/],
  [{ lifetimes: { forever: 1 } }, /^unknown lifetime "forever"; known: code, accessToken, refreshToken$/],
  [{ admin: { token: 'short' } }, /^admin\.token must be at least 8/],
  [{ admin: {} }, /^admin: token is missing$/],
  [{ host: '0.0.0.0', admin: { token: '12345678' } }, /set admin\.exposed$/],
];

for (const [options, message] of wrong) {
  test(`startMockProvider refuses ${JSON.stringify(options)}`, async () => {
    await assert.rejects(startMockProvider(options as ProviderOptions), (error) => {
      assert.ok(error instanceof OptionError);
      assert.match(error.message, message);
      return true;
    });
  });
}

test('an option that is undefined counts as left out', async () => {
  const options = {
    port: undefined,
    lifetimes: { code: undefined },
    clients: [{ client_id: 'a', scope: undefined }],
  };
  const provider = await startMockProvider(options as unknown as ProviderOptions);
  assert.equal(provider.defaultTenant.lifetimes.code, 60);
  assert.deepEqual(provider.defaultTenant.clients.get('a')?.scope, provider.defaultTenant.scopes);
  await provider.close();
});

test('a tenant and a client that are added later are checked too', async (t) => {
  const provider = await startMockProvider();
  t.after(() => provider.close());
  await assert.rejects(provider.addTenant({ name: 'default' }), /there is a tenant "default" already/);
  await assert.rejects(provider.addTenant({ name: 'x', clints: [] } as never), /did you mean "clients"/);
  await assert.rejects(provider.removeTenant('defualt'), /did you mean "default"/);
  assert.throws(() => provider.defaultTenant.register({ client_id: '' }), OptionError);
  const twice = [provider.addTenant({ name: 'twin' }), provider.addTenant({ name: 'twin' })];
  const settled = await Promise.allSettled(twice);
  assert.deepEqual(settled.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
});
