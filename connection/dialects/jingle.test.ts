// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${NAME} is the notation under test.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { redirectUrlOf } from '../redirect-url.js';
import type { Connection } from '../subject.js';
import { validateShape } from '../validate-shape.js';
import { type ImportedConnections, importConnection } from './import-connection.js';

const oauth = {
  type: 'oauth',
  authorizationUrl: 'https://as.example/authorize',
  tokenUrl: 'https://as.example/token',
  clientId: 'app',
  scopes: ['read'],
  secretNames: ['accessToken'],
};

function manifest(auth: object, more: object = {}): Promise<ImportedConnections> {
  const connection = { id: 'default', provider: 'example', title: 'Example', auth, ...more };
  return importConnection(JSON.stringify({ connection }), { file: 'a.json' });
}

function only({ connections }: ImportedConnections): Connection {
  assert.equal(connections.length, 1);
  const [connection] = connections;
  assert.ok(connection !== undefined);
  assert.deepEqual(validateShape({ version: 1, connection }).objections, []);
  return connection;
}

function lost({ notCarriedOver }: ImportedConnections, about: string): string {
  return notCarriedOver.find((remark) => remark.about === about)?.message ?? '';
}

describe('redirects of a Jingle manifest', () => {
  const union: [redirect: object, uri: string, works: boolean][] = [
    [
      { method: 'web', redirectUrl: 'https://jingle.ai/callback?packageName=github' },
      'https://jingle.ai/callback?packageName=github',
      true,
    ],
    [
      { method: 'web', redirectUrl: 'https://jingle.ai/callback/github' },
      'https://jingle.ai/callback/github',
      true,
    ],
    [
      { method: 'app-scheme', scheme: 'jingle', callbackPath: '/oauth/callback' },
      'jingle://oauth/callback',
      true,
    ],
    [
      { method: 'app-scheme', scheme: 'jingle', callbackPath: 'oauth/callback' },
      'jingle://oauth/callback',
      true,
    ],
    [
      { method: 'app-scheme', scheme: 'jingle', callbackPath: '/oauth?package_name=github' },
      'jingle://oauth?package_name=github',
      false,
    ],
    [
      { method: 'app-uri', uriScheme: 'ai.jingle', callbackPath: '/oauth?package_name=github' },
      'ai.jingle:/oauth?package_name=github',
      false,
    ],
    [
      { method: 'app-uri', uriScheme: 'jingle', callbackPath: '/oauth/callback' },
      'jingle:/oauth/callback',
      true,
    ],
  ];
  for (const [redirect, uri, works] of union)
    it(`${JSON.stringify(redirect)} stays ${uri}, which the released Jingle ${works ? 'takes' : 'drops'}`, async () => {
      const imported = await manifest({ ...oauth, redirect });
      assert.deepEqual(only(imported).auth.redirect, redirect);
      assert.equal(redirectUrlOf(only(imported)), uri);
      assert.equal(lost(imported, 'auth.redirect').includes(`drops "${uri}"`), !works);
    });

  for (const uri of [
    'https://jingle.ai/callback?packageName=github',
    'https://jingle.ai/callback/github',
    'jingle://oauth?package_name=github',
    'ai.jingle:/oauth?package_name=github',
  ])
    it(`the documented ${uri} may stand there as it is`, async () => {
      const imported = await manifest({ ...oauth, redirect: uri });
      assert.equal(redirectUrlOf(only(imported)), uri);
      assert.ok(imported.assumed.some(({ about }) => about === 'auth.redirect'));
    });

  for (const [redirect, about, message] of [
    [
      { method: 'app-url', uriScheme: 'ai.jingle', callbackPath: '/' },
      'auth.redirect.method',
      /is "app-url", and Jingle has web, app-scheme and app-uri/,
    ],
    [
      { method: 'app-scheme', scheme: 'jingle://', callbackPath: '/oauth' },
      'auth.redirect.scheme',
      /is "jingle:\/\/", and a scheme is/,
    ],
    [{ method: 'app-scheme', scheme: 'jingle', callbackPath: ' ' }, 'auth.redirect.callbackPath', /is blank/],
    [
      { method: 'web', redirectUrl: 'https://user:pass@jingle.ai/' },
      'auth.redirect.redirectUrl',
      /holds a user name/,
    ],
    [
      { method: 'web', redirectUrl: 'https://jingle.ai/', scheme: 'jingle' },
      'auth.redirect.scheme',
      /does not belong to this redirect method/,
    ],
    ['urn:ietf:wg:oauth:2.0:oob', 'auth.redirect', /is none of the shapes/],
    ['jingle:///oauth', 'auth.redirect', /is none of the shapes/],
    [4711, 'auth.redirect', /is a number, and an object is expected/],
  ] as const)
    it(`${JSON.stringify(redirect)} is told: ${message.source}`, async () => {
      const imported = await manifest({ ...oauth, redirect });
      only(imported);
      assert.match(lost(imported, about), message);
    });

  it('with a query are carried over, and what the server has to do is said', async () => {
    const imported = await manifest({
      ...oauth,
      redirect: { method: 'web', redirectUrl: 'https://jingle.ai/?p=a' },
    });
    assert.match(imported.assumed.map(({ message }) => message).join('\n'), /append code and state with "&"/);
  });
});

describe('the rest of a Jingle manifest', () => {
  it('says that there is no slot for a secret, and no place for a refresh token', async () => {
    const imported = await manifest(oauth);
    assert.match(
      lost(imported, 'a client secret, further parameters, client authentication'),
      /Jingle has no field for them/,
    );
    assert.match(lost(imported, 'refresh'), /secretNames has no place for a refresh token/);
    const stored = await manifest({ ...oauth, secretNames: ['accessToken', 'refreshToken'] });
    assert.equal(lost(stored, 'refresh'), '');
  });

  it('is a public client with S256, which is said', async () => {
    const imported = await manifest(oauth);
    const { auth } = only(imported);
    assert.equal(auth.clientType, 'public');
    assert.deepEqual(auth.pkce, { methods: ['S256'] });
    for (const about of [
      'auth.clientType, auth.clientAuthentication',
      'auth.pkce',
      'auth.tokenRequestFormat',
    ])
      assert.ok(
        imported.assumed.some((remark) => remark.about === about),
        about,
      );
  });

  it('never brings a literal secret along', async () => {
    const imported = await manifest({ ...oauth, clientSecret: 'not-to-be-copied' });
    assert.doesNotMatch(JSON.stringify(imported), /not-to-be-copied/);
    assert.match(lost(imported, 'auth.clientSecret'), /is no field/);
  });

  for (const type of ['apiKey', 'personalAccessToken', 'none'] as const)
    it(`of type ${type} has nothing of OAuth`, async () => {
      const secretNames = type === 'none' ? [] : ['key'];
      const imported = await manifest({ type, secretNames });
      assert.deepEqual(only(imported).auth, { type, secretNames });
      assert.deepEqual([imported.notCarriedOver, imported.assumed], [[], []]);
    });

  it('keeps titles by language, guide and public preferences', async () => {
    const title = { en_US: 'Notion', zh_Hans: 'Notion 笔记' };
    const connection = only(
      await manifest(oauth, { title, connectGuide: 'Ask.', publicPreferenceNames: ['apiBaseUrl'] }),
    );
    assert.deepEqual(connection.title, title);
    assert.equal(connection.connectGuide, 'Ask.');
    assert.deepEqual(connection.publicPreferenceNames, ['apiBaseUrl']);
  });

  it('without what it needs gets it from what is there, and that is said', async () => {
    const imported = await manifest(oauth, { id: '', provider: null, title: 7 });
    const { id, provider, title } = only(imported);
    assert.deepEqual([id, provider, title], ['default', 'as.example', 'as.example']);
    for (const about of ['id', 'provider', 'title'])
      assert.ok(
        imported.assumed.some((remark) => remark.about === about),
        about,
      );
  });

  it('computes nothing: calls, templates and imports are told with their lines', async () => {
    const text = [
      "import { ID, l } from './identity'",
      'export const manifest = {',
      '  connection: {',
      "    id: 'default',",
      '    provider: ID,',
      "    title: l('Notion', '笔记'),",
      "    auth: { type: 'oauth', clientId: env('ID'), ...base,",
      '      tokenUrl: `https://${host}/token`,',
      "      authorizationUrl: 'https://as.' + host,",
      '    },',
      '  },',
      '}',
    ].join('\n');
    const { notCarriedOver } = await importConnection(text, { file: 'a.ts' });
    assert.deepEqual(
      notCarriedOver.flatMap(({ about, line }) => (line === undefined ? [] : [`${line} ${about}`])).sort(),
      [
        '5 provider',
        '6 title',
        '7 auth.clientId',
        '7 auth: further fields',
        '8 auth.tokenUrl',
        '9 auth.authorizationUrl',
      ],
    );
    // Source may hold a secret, so it is not quoted.
    assert.doesNotMatch(JSON.stringify(notCarriedOver), /笔记|host\b.*host/);
  });

  it('several in one file become connections, and remarks name theirs', async () => {
    const one = { id: 'one', provider: 'a', title: 'A', auth: { ...oauth, tokenUrl: '{base}/token' } };
    const two = { id: 'two', provider: 'b', title: 'B', auth: { type: 'none' }, icon: 'i.svg' };
    const { connections, notCarriedOver } = await importConnection(JSON.stringify([one, two]), {
      file: 'a.json',
    });
    assert.deepEqual(
      connections.map(({ id }) => id),
      ['one', 'two'],
    );
    assert.equal(notCarriedOver.find(({ about }) => about === 'auth.tokenUrl')?.connection, 'one');
    assert.equal(notCarriedOver.find(({ about }) => about === 'icon')?.connection, 'two');
  });
});
