// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${NAME} is the notation under test.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConnectionAuth } from '../subject.js';
import { type ImportedConnections, importConnection } from './import-connection.js';

function read(value: unknown): Promise<ImportedConnections> {
  return importConnection(JSON.stringify(value), { file: 'a.json' });
}

async function authOf(value: unknown): Promise<ConnectionAuth> {
  const { connections } = await read(value);
  assert.equal(connections.length, 1);
  return connections[0]?.auth ?? assert.fail();
}

describe('Postman', () => {
  const base = {
    grant_type: 'authorization_code',
    authUrl: 'https://as.example/a',
    accessTokenUrl: 'https://as.example/t',
    clientId: 'c',
  };
  const asObject = (more: object): object => ({ auth: { type: 'oauth2', oauth2: { ...base, ...more } } });
  const asList = (more: object): object => ({
    auth: {
      type: 'oauth2',
      oauth2: Object.entries({ ...base, ...more }).map(([key, value]) => ({ key, value, type: 'any' })),
    },
  });

  it('means the same as a list and as an object', async () => {
    const more = {
      clientSecret: 'x',
      scope: 'a b',
      redirect_uri: 'http://127.0.0.1/cb',
      client_authentication: 'body',
    };
    const [list, object] = [await read(asList(more)), await read(asObject(more))];
    assert.deepEqual(list, object);
    assert.deepEqual(list.connections[0]?.auth.scopes, ['a', 'b']);
  });

  for (const [more, expected] of [
    [
      { clientSecret: 'not-to-be-copied', client_authentication: 'header' },
      ['confidential', 'client_secret_basic', '${CLIENT_SECRET}'],
    ],
    [
      { clientSecret: 'not-to-be-copied', client_authentication: 'body' },
      ['confidential', 'client_secret_post', '${CLIENT_SECRET}'],
    ],
    [{ clientSecret: 'not-to-be-copied' }, ['confidential', 'client_secret_basic', '${CLIENT_SECRET}']],
    [{ clientSecret: '{{vault:key}}' }, ['confidential', 'client_secret_basic', '${VAULT_KEY}']],
    [{ clientSecret: '${MY_SECRET}' }, ['confidential', 'client_secret_basic', '${MY_SECRET}']],
    [{ clientSecret: '', client_authentication: 'body' }, ['public', 'none', undefined]],
    [{}, ['public', 'none', undefined]],
  ] as const)
    it(`${JSON.stringify(more)} is ${expected.join(' ')}`, async () => {
      const imported = await read(asList(more));
      const { clientType, clientAuthentication, clientSecret } = imported.connections[0]?.auth ?? {};
      assert.deepEqual([clientType, clientAuthentication, clientSecret], expected);
      assert.doesNotMatch(JSON.stringify(imported), /not-to-be-copied/);
    });

  for (const [more, pkce] of [
    [{}, undefined],
    [{ challengeAlgorithm: 'plain' }, { methods: ['plain'] }],
    [{ grant_type: 'authorization_code_with_pkce' }, { methods: ['S256'] }],
    [{ grant_type: 'authorization_code_with_pkce', challengeAlgorithm: 'S256' }, { methods: ['S256'] }],
    [{ challengeAlgorithm: 'S512' }, undefined],
  ] as const)
    it(`${JSON.stringify(more)} has pkce ${JSON.stringify(pkce)}`, async () => {
      assert.deepEqual((await authOf(asList(more))).pkce, pkce);
    });

  for (const grant of ['implicit', 'password_credentials', 'client_credentials', 'device'])
    it(`refuses the grant ${grant}, and says why`, async () => {
      await assert.rejects(
        read(asList({ grant_type: grant })),
        new RegExp(`grant_type: is "${grant}", which `),
      );
    });

  for (const [uri, redirect] of [
    ['https://app.example/cb?a=b', { method: 'web', redirectUrl: 'https://app.example/cb?a=b' }],
    ['com.example.app:/cb', { method: 'app-uri', uriScheme: 'com.example.app', callbackPath: '/cb' }],
    ['example://cb', { method: 'app-scheme', scheme: 'example', callbackPath: '/cb' }],
    ['urn:ietf:wg:oauth:2.0:oob', undefined],
  ] as const)
    it(`has the redirect URI ${uri} as ${JSON.stringify(redirect)}`, async () => {
      assert.deepEqual((await authOf(asList({ redirect_uri: uri }))).redirect, redirect);
    });

  it('copies no token, password, verifier or fixed state, wherever they stand', async () => {
    const secret = 'not-to-be-copied';
    const imported = await read(
      asList({
        accessToken: secret,
        refreshToken: secret,
        username: secret,
        password: secret,
        code_verifier: secret,
        state: secret,
        authUrl: `https://user:${secret}@as.example/a`,
        accessTokenUrl: `https://as.example/t?api_key=${secret}`,
        redirect_uri: `https://app.example/cb?token=${secret}`,
        tokenRequestParams: [{ key: 'client_assertion', value: secret }],
        anything: secret,
      }),
    );
    assert.doesNotMatch(JSON.stringify(imported), /not-to-be-copied/);
    assert.equal(imported.notCarriedOver.length, 11);
  });

  it('fills in variables of the collection, other than secrets, and tells those that it does not have', async () => {
    const imported = await read({
      ...asList({
        authUrl: '{{base}}/a',
        accessTokenUrl: '{{other}}/t',
        clientId: '{{apiClient}}',
        clientSecret: '{{clientSecret}}',
      }),
      variable: [
        { key: 'base', value: 'https://as.example' },
        { key: 'clientSecret', value: 'not-to-be-copied' },
      ],
    });
    const { authorizationUrl, tokenUrl, clientId, clientSecret } = imported.connections[0]?.auth ?? {};
    assert.deepEqual(
      [authorizationUrl, tokenUrl, clientId, clientSecret],
      ['https://as.example/a', '{{other}}/t', '${API_CLIENT}', '${CLIENT_SECRET}'],
    );
    assert.match(
      imported.notCarriedOver.find(({ about }) => about === 'accessTokenUrl')?.message ?? '',
      /what "\{\{other\}\}" stands for/,
    );
    assert.doesNotMatch(JSON.stringify(imported), /not-to-be-copied/);
  });

  it('has one connection for requests that repeat it, and one for each that differs', async () => {
    const { connections } = await read({
      info: { name: 'API' },
      ...asList({}),
      item: [{ request: asList({}) }, { item: [{ name: 'Other', request: asList({ scope: 'x' }) }] }],
    });
    assert.deepEqual(
      connections.map(({ id, title, auth }) => [id, title, auth.scopes]),
      [
        ['as.example', 'API', []],
        ['as.example-2', 'API', ['x']],
      ],
    );
  });
});
