// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${NAME} is the notation under test.
/** Pikku's credentials and CharmIQ's bridge calls: one call, one connection. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ImportedConnections, importConnection } from './import-connection.js';

const credential = {
  name: 'github',
  displayName: 'GitHub',
  description: 'GitHub API access',
  secretId: 'github-app',
  tokenSecretId: 'github-token',
  authorizationUrl: 'https://github.com/login/oauth/authorize',
  tokenUrl: 'https://github.com/login/oauth/access_token',
  scopes: ['repo', 'read:user'],
};

function pikku(more: object): Promise<ImportedConnections> {
  return importConnection(`wireOAuth2Credential(${JSON.stringify({ ...credential, ...more })})`, {
    file: 'a.ts',
  });
}

function abouts(remarks: ImportedConnections['assumed']): string[] {
  return remarks.map(({ about }) => about);
}

describe("Pikku's wireOAuth2Credential", () => {
  it('has each of its properties in the connection', async () => {
    const { connections, notCarriedOver } = await pikku({
      additionalParams: { prompt: 'consent', retries: 3 },
    });
    assert.deepEqual(connections, [
      {
        id: 'github',
        provider: 'github',
        title: 'GitHub',
        connectGuide: 'GitHub API access',
        auth: {
          type: 'oauth',
          authorizationUrl: 'https://github.com/login/oauth/authorize',
          tokenUrl: 'https://github.com/login/oauth/access_token',
          clientId: '${GITHUB_APP_CLIENT_ID}',
          clientSecret: '${GITHUB_APP_CLIENT_SECRET}',
          clientType: 'confidential',
          clientAuthentication: 'client_secret_post',
          scopes: ['repo', 'read:user'],
          authorizationParams: { prompt: 'consent', retries: '3' },
          secretNames: ['github-token'],
        },
      },
    ]);
    assert.deepEqual(abouts(notCarriedOver), ['secretId', 'redirect', 'refresh']);
  });

  it('with pkce is a public client without a secret', async () => {
    const { connections } = await pikku({ pkce: true });
    const { clientSecret, clientType, clientAuthentication, pkce } = connections[0]?.auth ?? {};
    assert.deepEqual(
      [clientSecret, clientType, clientAuthentication, pkce],
      [undefined, 'public', 'none', { methods: ['S256'] }],
    );
  });

  it('leaves behind parameters of the protocol and secrets', async () => {
    const additionalParams = {
      state: 'x',
      redirect_uri: 'x',
      client_secret: 'not-to-be-copied',
      apiKey: 'not-to-be-copied',
      nested: {},
      token_access_type: 'offline',
    };
    const imported = await pikku({ additionalParams });
    assert.deepEqual(imported.connections[0]?.auth.authorizationParams, { token_access_type: 'offline' });
    assert.doesNotMatch(JSON.stringify(imported), /not-to-be-copied/);
    for (const name of Object.keys(additionalParams).slice(0, 5))
      assert.ok(abouts(imported.notCarriedOver).includes(`additionalParams.${name}`), name);
  });

  it('several calls become several connections; one that cannot be read is told with its line', async () => {
    const text = `const shared = { tokenUrl: 'https://as.example/t', authorizationUrl: 'https://as.example/a', scopes: ['a'] };
      wireOAuth2Credential({ ...shared, name: 'one', secretId: 'X', tokenSecretId: 'T' });
      core.wireOAuth2Credential({ ...shared, name: 'two', secretId: 'Y', tokenSecretId: 'T' } satisfies Credential);
      wireOAuth2Credential(load());`;
    const { connections, notCarriedOver } = await importConnection(text, { file: 'a.ts' });
    assert.deepEqual(
      connections.map(({ id, auth }) => [id, auth.clientId, auth.tokenUrl]),
      [
        ['one', '${X_CLIENT_ID}', 'https://as.example/t'],
        ['two', '${Y_CLIENT_ID}', 'https://as.example/t'],
      ],
    );
    assert.equal(notCarriedOver.find(({ about }) => about === 'wireOAuth2Credential')?.line, 4);
  });
});

describe("CharmIQ's getValidAuth", () => {
  const read = (text: string): Promise<ImportedConnections> => importConnection(text, { file: 'a.js' });
  const register = `charmiq.oauth.register({ appId: 'com.example.app', name: 'App', icon: 'i.png' });`;

  for (const [written, issuer] of [
    ['https://accounts.google.com', 'https://accounts.google.com'],
    ['https://accounts.google.com/', 'https://accounts.google.com'],
    ['https://as.example/tenant/', 'https://as.example/tenant/'],
  ] as const)
    it(`has ${written} as written in the bridge, and ${issuer} as issuer`, async () => {
      const { connections, assumed } = await read(
        `${register} charmiq.oauth.getValidAuth({ providerUrl: '${written}', scopes: ['a'], prompt: 'auto' })`,
      );
      assert.deepEqual(connections[0]?.auth, {
        type: 'oauth',
        issuer,
        scopes: ['a'],
        bridge: { appId: 'com.example.app', providerUrl: written, prompt: 'auto' },
      });
      assert.match(
        assumed.find(({ about }) => about === 'getValidAuth.providerUrl')?.message ?? '',
        /compared by each character/,
      );
    });

  it('goes by an integration too, and leaves scopes out where the call does', async () => {
    const { connections } = await read(`${register} charmiq.oauth.getValidAuth({ integrationId: 'int_1' })`);
    assert.deepEqual(connections[0]?.auth, {
      type: 'oauth',
      bridge: { appId: 'com.example.app', integrationId: 'int_1' },
    });
  });

  it('is no register of something else, and tells an application id that is missing', async () => {
    const { connections, notCarriedOver } = await read(
      `serviceWorker.register({ appId: 'wrong' }); charmiq.oauth.getValidAuth({ integrationId: 'i' })`,
    );
    assert.equal(connections[0]?.auth.bridge?.appId, 'com.example.your-app');
    assert.ok(abouts(notCarriedOver).includes('appId'));
  });

  it('tells refreshAuth, which the published contract does not have', async () => {
    const { notCarriedOver } = await read(
      `${register}\nconst a = await charmiq.oauth.getValidAuth({ integrationId: 'i' });\nawait charmiq.oauth.refreshAuth(a);`,
    );
    const remark = notCarriedOver.find(({ about }) => about === 'refreshAuth');
    assert.equal(remark?.line, 3);
    assert.match(remark?.message ?? '', /not in CharmIQ's published contract/);
  });

  it('is one connection however often it is called, and two for two sets of scopes', async () => {
    const call = (scope: string): string =>
      `charmiq.oauth.getValidAuth({ providerUrl: 'https://as.example', scopes: ['${scope}'] });`;
    const { connections } = await read(`${register}${call('a')}${call('a')}${call('b')}`);
    assert.deepEqual(
      connections.map(({ id, auth }) => [id, auth.scopes]),
      [
        ['as.example', ['a']],
        ['as.example-2', ['b']],
      ],
    );
  });
});
