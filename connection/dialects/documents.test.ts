// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${NAME} is the notation under test.
/** What servers publish of themselves: metadata, and OpenAPI documents. */
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

const metadata = {
  issuer: 'https://as.example/',
  authorization_endpoint: 'https://as.example/authorize?tenant=a',
  token_endpoint: 'https://as.example/token',
};

describe('authorization server metadata', () => {
  for (const [methods, chosen, type, secret] of [
    [undefined, 'client_secret_basic', 'confidential', '${CLIENT_SECRET}'],
    [
      ['none', 'client_secret_post', 'client_secret_basic'],
      'client_secret_basic',
      'confidential',
      '${CLIENT_SECRET}',
    ],
    [['none', 'client_secret_post'], 'client_secret_post', 'confidential', '${CLIENT_SECRET}'],
    [['none', 'private_key_jwt'], 'none', 'public', undefined],
    [['tls_client_auth', 'private_key_jwt'], 'private_key_jwt', 'confidential', undefined],
    [['tls_client_auth'], undefined, undefined, undefined],
  ] as const)
    it(`with the methods ${methods?.join(' ') ?? '(absent)'} has ${chosen ?? 'none that can be declared'}`, async () => {
      const imported = await read({ ...metadata, token_endpoint_auth_methods_supported: methods });
      const { clientAuthentication, clientType, clientSecret, clientId } =
        imported.connections[0]?.auth ?? {};
      assert.deepEqual(
        [clientAuthentication, clientType, clientSecret, clientId],
        [chosen, type, secret, '${CLIENT_ID}'],
      );
      const said = chosen === undefined ? imported.notCarriedOver : imported.assumed;
      assert.ok(said.some(({ about }) => about === 'token_endpoint_auth_methods_supported'));
    });

  for (const [grants, refresh] of [
    [undefined, undefined],
    [['authorization_code'], { supported: false }],
    [['authorization_code', 'refresh_token'], { supported: true }],
  ] as const)
    it(`with the grants ${grants?.join(' ') ?? '(absent)'} has refresh ${JSON.stringify(refresh)}`, async () => {
      assert.deepEqual((await authOf({ ...metadata, grant_types_supported: grants })).refresh, refresh);
    });

  it('says that a connection needs the authorization code grant', async () => {
    const { notCarriedOver } = await read({
      ...metadata,
      grant_types_supported: ['client_credentials'],
      response_types_supported: ['token'],
    });
    const messages = notCarriedOver.map(({ message }) => message).join('\n');
    assert.match(messages, /has no authorization_code, and a connection is made with nothing else/);
    assert.match(messages, /has no "code", and a connection is made with nothing else/);
  });

  for (const [methods, pkce] of [
    [undefined, undefined],
    [['S256'], { methods: ['S256'] }],
    [['plain', 'S256', 'S512'], { methods: ['S256', 'plain'] }],
    [[], undefined],
  ] as const)
    it(`with the challenge methods ${methods?.join(' ') ?? '(absent)'} has pkce ${JSON.stringify(pkce)}`, async () => {
      assert.deepEqual((await authOf({ ...metadata, code_challenge_methods_supported: methods })).pkce, pkce);
    });

  it('offers scopes, which are told and not asked for', async () => {
    const imported = await read({ ...metadata, scopes_supported: ['openid', 'mail'] });
    assert.deepEqual(imported.connections[0]?.auth.scopes, []);
    assert.match(
      imported.notCarriedOver.find(({ about }) => about === 'scopes_supported')?.message ?? '',
      /"openid", "mail"$/,
    );
  });

  it('keeps URLs to the letter', async () => {
    const auth = await authOf(metadata);
    assert.deepEqual(
      [auth.issuer, auth.authorizationUrl],
      [metadata.issuer, metadata.authorization_endpoint],
    );
  });
});

describe('OpenAPI', () => {
  const flow = {
    authorizationUrl: 'https://as.example/a',
    tokenUrl: 'https://as.example/t',
    refreshUrl: 'https://as.example/r',
    scopes: { read: 'Read', 'x-note': 'no scope' },
  };
  const document = (schemes: object): object => ({
    openapi: '3.1.0',
    info: { title: 'API' },
    components: { securitySchemes: schemes },
  });

  it('3 and Swagger 2 come to the same', async () => {
    const { refreshUrl: _, ...flow2 } = flow;
    const three = await read(document({ user: { type: 'oauth2', flows: { authorizationCode: flow2 } } }));
    const two = await read({
      swagger: '2.0',
      info: { title: 'API' },
      securityDefinitions: { user: { type: 'oauth2', flow: 'accessCode', ...flow2 } },
    });
    assert.deepEqual(three.connections, two.connections);
    assert.deepEqual(three.connections[0]?.auth.scopes, ['read']);
  });

  it('takes a refresh URL for a promise to refresh', async () => {
    const auth = await authOf(document({ user: { type: 'oauth2', flows: { authorizationCode: flow } } }));
    assert.deepEqual([auth.refreshUrl, auth.refresh], ['https://as.example/r', { supported: true }]);
  });

  it('tells why other flows and schemes make no connection', async () => {
    const others = { implicit: flow, password: flow, clientCredentials: flow, deviceAuthorization: flow };
    const { notCarriedOver } = await read(
      document({
        user: { type: 'oauth2', flows: { authorizationCode: flow, ...others } },
        service: { type: 'oauth2', flows: { clientCredentials: flow } },
        key: { type: 'apiKey' },
        oidc: {
          type: 'openIdConnect',
          openIdConnectUrl: 'https://as.example/.well-known/openid-configuration',
        },
        mtls: { type: 'mutualTLS' },
        gone: { $ref: '#/components/securitySchemes/nowhere' },
      }),
    );
    const about = notCarriedOver.map((remark) => remark.about);
    for (const name of Object.keys(others))
      assert.ok(about.includes(`components.securitySchemes.user.flows.${name}`), name);
    for (const name of [
      'key',
      'oidc',
      'mtls',
      'gone',
      'service.flows.authorizationCode',
      'service.flows.clientCredentials',
    ])
      assert.ok(about.includes(`components.securitySchemes.${name}`), name);
  });

  it('without a fitting scheme is refused, with the reasons', async () => {
    await assert.rejects(
      read(document({ key: { type: 'apiKey' } })),
      /components\.securitySchemes\.key: is an API key/,
    );
    await assert.rejects(read(document({})), /holds no connection of the dialect openapi, which expects/);
  });
});
