import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixText } from './fix-text.js';
import { judgeText } from './judge-text.js';

const today = '2026-06-15';

/** A connection without anything to object to; `lines` stand in `auth`, four spaces in. */
const manifest = (lines: string) => `# ours
connection:
  id: default
  provider: example
  title: Example # shown to people
  auth:
    type: oauth
    issuer: https://as.example
    clientId: app
    clientType: public
${lines}
`;

const pkce = 'pkce: { required: true, methods: [S256] }';

/** What is wrong, and what becomes of it. */
const fixes: Record<string, [before: string, after: string]> = {
  'a scope that is listed twice, in the middle': [
    `    ${pkce}\n    scopes: [a, a, b] # three`,
    `    ${pkce}\n    scopes: [a, b] # three`,
  ],
  'one at the end': [`    ${pkce}\n    scopes: [ a, b, a ]`, `    ${pkce}\n    scopes: [ a, b ]`],
  'one before a comma at the end': [`    ${pkce}\n    scopes: [a, a,]`, `    ${pkce}\n    scopes: [a,]`],
  'the only one': [`    ${pkce}\n    scopes: [ "" ]`, `    ${pkce}\n    scopes: [  ]`],
  'the only one, with a comma': [`    ${pkce}\n    scopes: ["" , ]`, `    ${pkce}\n    scopes: [ ]`],
  'several next to each other': [
    `    ${pkce}\n    scopes: [a, a, a, "", b, b]`,
    `    ${pkce}\n    scopes: [a, b]`,
  ],
  'a line of a list, with its comment': [
    `    ${pkce}\n    scopes:\n      # read\n      - a # first\n      - a # again\n      # write\n      - b`,
    `    ${pkce}\n    scopes:\n      # read\n      - a # first\n      # write\n      - b`,
  ],
  'the last line of a list': [
    `    ${pkce}\n    scopes:\n    - a\n    - ""`,
    `    ${pkce}\n    scopes:\n    - a`,
  ],
  'a list over several lines': [
    `    ${pkce}\n    scopes: [\n      a,\n      a,\n      b\n    ]`,
    `    ${pkce}\n    scopes: [\n      a,\n      b\n    ]`,
  ],
  'a boolean of YAML 1.1': [
    '    pkce: { required: yes, methods: [S256] } # always',
    '    pkce: { required: true, methods: [S256] } # always',
  ],
  'the same in capitals, and quoted': [
    `    ${pkce}\n    refresh: { supported: "Off" }\n    state: { required: 'ON' }`,
    `    ${pkce}\n    refresh: { supported: false }\n    state: { required: true }`,
  ],
  'the slashes of an app URI': [
    `    ${pkce}\n    redirect: { method: app-uri, uriScheme: com.example, callbackPath: //oauth }`,
    `    ${pkce}\n    redirect: { method: app-uri, uriScheme: com.example, callbackPath: /oauth }`,
  ],
  'the same in single quotes': [
    `    ${pkce}\n    redirect: { method: app-uri, uriScheme: com.example, callbackPath: '//oauth' }`,
    `    ${pkce}\n    redirect: { method: app-uri, uriScheme: com.example, callbackPath: '/oauth' }`,
  ],
};

for (const [label, [before, after]] of Object.entries(fixes)) {
  for (const [kind, convert] of [
    ['', (text: string) => text],
    [', with CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ] as const) {
    test(`fixes ${label}${kind}`, () => {
      const { text, fixed, findings } = fixText('a.yaml', convert(manifest(before)), today);
      assert.equal(text, convert(manifest(after)));
      assert.notEqual(fixed.length, 0);
      assert.deepEqual(findings, []);
    });
  }
}

test('JSON stays JSON', () => {
  const text = manifestAsJson({ scopes: ['a', 'a'], pkce: { required: 'yes', methods: ['S256'] } });
  const { text: changed } = fixText('a.json', text, today);
  const { auth } = (JSON.parse(changed) as { connection: { auth: unknown } }).connection;
  assert.deepEqual(auth, {
    ...(JSON.parse(text) as { connection: { auth: object } }).connection.auth,
    scopes: ['a'],
    pkce: { required: true, methods: ['S256'] },
  });
  assert.equal(changed.split('\n').length, text.split('\n').length - 1);
});

/** What is wrong, and stays. */
const left: Record<string, string> = {
  'what an alias stands for, since it stands elsewhere too': `    ${pkce}\n    scopes: &s [a, a]\n    secretNames: *s`,
  'the only line of a list, which would leave nothing': `    ${pkce}\n    scopes:\n      - ""`,
  'an entry whose removal takes a comment of another': `    ${pkce}\n    scopes: [\n      a, # first\n      a # again\n    ]`,
  'an entry with an anchor': `    ${pkce}\n    scopes: [a, &x a]\n    secretNames: [*x]`,
};

for (const [label, lines] of Object.entries(left)) {
  test(`leaves alone ${label}`, () => {
    const before = manifest(lines);
    const { text, fixed, findings } = fixText('a.yaml', before, today);
    assert.equal(text, before);
    assert.deepEqual(fixed, []);
    assert.deepEqual(findings, judgeText('a.yaml', before, today));
    assert.notEqual(findings.length, 0);
  });
}

test('what a fix brings to light is told, and fixed in turn', () => {
  const { text, fixed, findings } = fixText(
    'a.yaml',
    manifest('    pkce: { required: yes, methods: [plain] }\n    scopes: [a, a]'),
    today,
  );
  assert.match(text, /required: true[\s\S]*scopes: \[a\]/);
  assert.deepEqual(
    fixed.map(({ rule }) => rule),
    ['wrong-type', 'scope-list'],
  );
  assert.deepEqual([...new Set(findings.map(({ rule }) => rule))].slice(0, 1), ['pkce-for-public-client']);
});

test('a file that cannot be read is not touched', () => {
  for (const text of ['', '\tconnection: a', 'a: *b', '[]']) {
    const { text: after, fixed } = fixText('a.yaml', text, today);
    assert.equal(after, text);
    assert.deepEqual(fixed, []);
  }
});

function manifestAsJson(auth: object): string {
  const connection = {
    ...{ id: 'default', provider: 'example', title: 'Example' },
    auth: { type: 'oauth', issuer: 'https://as.example', clientId: 'app', clientType: 'public', ...auth },
  };
  return `${JSON.stringify({ connection }, undefined, '\t')}\n`;
}
