import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importConnection } from './import-connection.js';
import { ImportError } from './import-error.js';
import { dialects } from './index.js';

const jingle = `{ id: 'a', provider: 'p', title: 't', auth: { type: 'none' } }`;
const pikku = `wireOAuth2Credential({ name: 'a', secretId: 's', tokenSecretId: 't', authorizationUrl: 'https://as.example/a', tokenUrl: 'https://as.example/t', scopes: [] })`;
const charmiq = `charmiq.oauth.getValidAuth({ providerUrl: 'https://as.example' })`;
const metadata = { issuer: 'https://as.example', token_endpoint: 'https://as.example/token' };
const flow = { authorizationUrl: 'https://as.example/a', tokenUrl: 'https://as.example/t', scopes: {} };
const openapi = {
  openapi: '3.0.0',
  components: { securitySchemes: { user: { type: 'oauth2', flows: { authorizationCode: flow } } } },
};
const postman = { type: 'oauth2', oauth2: { authUrl: 'https://as.example/a', clientId: 'c' } };
const json = JSON.stringify;

async function refusal(text: string, file: string, dialect?: string): Promise<string> {
  const options = dialect === undefined ? { file } : { file, dialect };
  const error = await importConnection(text, options).then(
    () => assert.fail('nothing was thrown'),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof ImportError, String(error));
  return error.message;
}

describe('without a dialect, the content decides', () => {
  const table: [file: string, text: string, dialect: string][] = [
    ['a.ts', `export default defineExtension({ connection: ${jingle} })`, 'jingle'],
    ['a.js', `module.exports = ${jingle}`, 'jingle'],
    ['a.ts', jingle, 'jingle'],
    ['a.ts', `connection: ${jingle},`, 'jingle'],
    ['a.json', json({ extension: { connection: { id: 'a', auth: { type: 'none' } } } }), 'jingle'],
    ['a.yaml', 'id: a\nauth: { type: apiKey, secretNames: [key] }', 'jingle'],
    ['a.mts', pikku, 'pikku'],
    [
      'a.json',
      json([{ secretId: 's', authorizationUrl: 'https://a.example', tokenUrl: 'https://a.example' }]),
      'pikku',
    ],
    ['a.jsx', `const a = <b onClick={() => ${charmiq}} />`, 'charmiq'],
    ['a.js', `getValidAuth({ integrationId: 'i' })`, 'charmiq'],
    ['a.json', json(metadata), 'rfc8414'],
    ['a.json', json(openapi), 'openapi'],
    [
      'a.yaml',
      'swagger: "2.0"\nsecurityDefinitions: { a: { type: oauth2, flow: accessCode, scopes: {} } }',
      'openapi',
    ],
    ['a.json', json(postman), 'postman'],
    ['a.json', json({ item: [{ item: [{ request: { auth: postman } }] }] }), 'postman'],
    // The ending tells nothing.
    ['-', `\uFEFF${json(metadata)}`, 'rfc8414'],
    ['a.txt', 'connection:\n  id: a\n  auth: { type: none }\n', 'jingle'],
    ['a', `// a comment\n${pikku};`, 'pikku'],
    ['a.vue', `const a = <b>{${charmiq}}</b>`, 'charmiq'],
  ];
  for (const [file, text, dialect] of table) {
    it(`${file}: ${text.slice(0, 60).replaceAll('\n', ' ')} is ${dialect}`, async () => {
      const imported = await importConnection(text, { file });
      assert.equal(imported.dialect, dialect);
      assert.equal(imported.connections.length, 1);
    });
  }

  it('names all dialects and what each expects when none fits', async () => {
    const message = await refusal('{ "a": 1 }', 'a.json');
    assert.match(message, /^a\.json holds no connection in a notation that is known here\. Tried:\n/);
    for (const [name, { expects }] of Object.entries(dialects)) {
      assert.ok(message.includes(`  ${name} `), message);
      assert.ok(message.includes(expects), message);
    }
  });

  it('names those that fit when several do, and takes the one that is asked for', async () => {
    const text = `${pikku};\n${charmiq}`;
    const message = await refusal(text, 'a.ts');
    assert.match(message, /holds more than one notation/);
    assert.match(message, /Choose with --dialect pikku or --dialect charmiq$/);
    assert.doesNotMatch(message, /jingle/);
    assert.equal((await importConnection(text, { file: 'a.ts', dialect: 'charmiq' })).dialect, 'charmiq');
  });

  it('sends manifests of our own to validate', async () => {
    const message = await refusal('version: 1\nconnection: { id: a, auth: { type: none } }', 'a.yaml');
    assert.equal(
      message,
      'a.yaml is a manifest of Proofkey already. Check it with: proofkey validate a.yaml',
    );
  });
});

describe('a dialect that is asked for', () => {
  it('must be one of ours', async () => {
    assert.equal(
      await refusal('{}', 'a.json', 'postmen'),
      'there is no dialect "postmen". Did you mean "postman"? There are jingle, pikku, charmiq, rfc8414, openapi, postman',
    );
    assert.match(
      await refusal('{}', 'a.json', 'constructor'),
      /^there is no dialect "constructor"\. There are /,
    );
  });

  for (const name of Object.keys(dialects))
    it(`${name}: says what it expects when it is not there`, async () => {
      for (const [file, text] of [
        ['a.json', '{ "a": [1, null, "x"] }'],
        ['a.ts', 'export const a = 1;'],
        ['a.yaml', '- 1\n- a: b\n'],
      ] as const)
        assert.match(
          await refusal(text, file, name),
          new RegExp(`^${file} holds no connection of the dialect ${name}, which expects `),
        );
    });

  it('says why nothing that was found could be carried over', async () => {
    const text = json({ type: 'oauth2', oauth2: [{ key: 'grant_type', value: 'implicit' }] });
    assert.match(
      await refusal(text, 'a.json'),
      /^a\.json holds no connection that can be carried over from postman:\n {2}- grant_type: is "implicit", which hands tokens out/,
    );
  });
});
