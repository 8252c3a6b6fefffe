import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeText } from './judge-text.js';
import { ruleCatalogue } from './rule-catalogue.js';

const today = '2026-06-15';
const known = new Set(ruleCatalogue.map(({ id }) => id));

/** Findings as `line:column path rule`. */
function found(text: string): string[] {
  return judgeText('a.yaml', text, today).map(({ rule, line, column, path, message }) => {
    assert.ok(known.has(rule), rule);
    assert.match(message, /\S\. \S|\?$/, 'more than one sentence');
    return `${line}:${column} ${path} ${rule}`;
  });
}

/** One without anything to object to. */
const sound = 'id: default, provider: p, title: T, auth: { type: apiKey, secretNames: [key] }';
const second = sound.replace('default', 'second');

const allowed: Record<string, string> = {
  'one connection': `connection: { ${sound} }`,
  'the same with a version': `version: 1\nconnection: { ${sound} }`,
  'a list': `connections: [{ ${sound} }, { ${second} }]`,
  'both, with what surrounds them':
    `connection: { ${sound} }\nconnections: [{ ${second} }]\n` +
    'preferences: [{ name: workspace, type: textfield, title: Workspace }]\naiCapability: { connectionId: second, tools: [] }',
  'JSON, with tabs': `{\n\t"connection": {\n\t\t"id": "a", "provider": "p",\n\t\t"title": "T\\u00e4",\n\t\t"auth": { "type": "none" }\n\t}\n}`,
  'several documents': `connection: { ${sound} }\n---\nconnection: { ${second} }\n...\n---\nconnections: [{ ${sound.replace('default', 'third')} }]`,
  'documents that hold nothing': `---\n# none\n---\nconnection: { ${sound} }\n---\n`,
  CRLF: `connection:\r\n  ${sound.replaceAll(', ', '\r\n  ').replace('{ type: apiKey\r\n  secretNames: [key] }', '{ type: none }')}\r\n`,
  'aliases and merge keys': `connections:\n  - &a { ${sound} }\n  - <<: *a\n    id: other\n`,
  'a manifest of a product, with much of its own': `name: x\nversion: 3.2.1\ncommands: [1, {}]\nconnection: { ${sound} }\nlicense: MIT`,
  'a subject file': `version: 1\nconnection: { ${sound} }\nclient: { driver: { stdio: [a] } }`,
  'a subject file without a connection': 'version: 1\nserver: { mock: {} }',
};

for (const [label, text] of Object.entries(allowed)) {
  test(`nothing to say: ${label}`, () => assert.deepEqual(found(text), []));
}

const objectionable: Record<string, [text: string, ...findings: string[]]> = {
  empty: ['', '1:1  no-connection'],
  'only comments': ['# a\n---\n# b\n', '1:1  no-connection'],
  'a list': ['\n- connection', '2:1  no-connection'],
  text: ['connection', '1:1  no-connection'],
  'another kind of file': ['name: x\nversion: 3.2.1', '1:1  no-connection'],
  'a connection without its key': [
    sound.replaceAll(', ', '\n').replace('\nsecret', ', secret'),
    '1:1  no-connection',
  ],
  'nothing but a version': ['version: 1', '1:1  no-connection'],
  'an empty list': ['connections: []', '1:1 connections empty-value'],
  'null instead of a connection': ['connection:\n', '1:1 connection wrong-type'],
  'a misspelt connection': [`conection: { ${sound} }`, '1:1 conection unknown-key'],
  'a misspelt neighbour, in a manifest of a product': [
    `name: x\nprefrences: []\nconnection: { ${sound} }`,
    '2:1 prefrences unknown-key',
  ],
  'any other key beside a version of ours': [
    `version: 1\nbudget: 1\nconnection: { ${sound} }`,
    '2:1 budget unknown-key',
  ],
  'a version that is not there yet': [
    `version: 2\nconnection: { ${sound} }`,
    '1:1 version not-allowed-value',
  ],
  'a misspelt section of a subject file': [
    `version: 1\nservr: {}\nconnection: { ${sound} }`,
    '2:1 servr unknown-key',
  ],
  'a subject file without a version': [
    `connection: { ${sound} }\nserver: { mock: {} }`,
    '1:1 version missing-field',
  ],
  'a subject file as one of several documents': [
    `connection: { ${sound} }\n---\nversion: 1\nserver: { mock: {} }`,
    '3:1  several-documents',
  ],
  'a rule on subject files': [
    'version: 1\nserver: { mock: {} }\nfails: [{ id: x }]',
    '3:11 fails[0].id declared-id',
  ],
  'a rule on connections, while another part of the file is wrong': [
    `version: 1\nservers: []\nconnection: { ${sound.replace('[key]', '[key, key]')}, connectGuide: x }`,
    '2:1 servers unknown-key',
    '3:92 connection.auth.secretNames[1] secret-names',
  ],
  'a rule on subject files, in a manifest': [
    `connections:\n- { ${sound} }\n- id: other\n  provider: p\n  title: T\n  auth:\n    type: oauth\n    issuer: http://as.example\n    clientId: a\n`,
    '8:5 connections[1].auth.issuer plain-http',
  ],
  'an id that another document has': [
    `connection: { ${sound} }\n---\nconnection: { ${sound} }`,
    '3:15 connection.id duplicate-id',
  ],
  'an id that an alias repeats': [
    `connections:\n  - &a { ${sound} }\n  - *a\n`,
    '2:10 connections[1].id duplicate-id',
  ],
  'what is wrong in a merged part is where it was written': [
    `connections:\n  - &a { ${sound.replace('[key]', '[key, key]')} }\n  - <<: *a\n    id: other\n`,
    '2:87 connections[0].auth.secretNames[1] secret-names',
    '2:87 connections[1].auth.secretNames[1] secret-names',
  ],
  'a capability of a connection that is not there': [
    `connection: { ${sound} }\naiCapability: { connectionId: other }`,
    '2:17 aiCapability.connectionId capability-connection',
  ],
  'a capability of a connection that could not be judged, which is not missing': [
    `connections: [{ ${sound} }, { id: other }]\naiCapability: { connectionId: other }`,
    '1:99 connections[1].provider missing-field',
    '1:99 connections[1].title missing-field',
    '1:99 connections[1].auth missing-field',
  ],
  'a preference without a name': [
    `connection: { ${sound} }\npreferences: [{ type: password }]`,
    '2:15 preferences[0].name missing-field',
  ],
  'two keys alike': [`connection: { ${sound} }\nconnection: { ${second} }`, '2:1  duplicate-key'],
  'two keys alike in JSON': ['{ "connection": {}, "connection": {} }', '1:21  duplicate-key'],
  'tabs in the indentation': ['connection:\n\tid: a\n', '2:1  yaml-syntax'],
  'a quote that does not end': ['connection: { id: "a }', '1:23  yaml-syntax'],
  'a tag': ['connection: !ruby/object {}', '1:13  yaml-syntax'],
  'a cycle': ['connection: &a\n  auth: *a\n', '2:9  yaml-alias'],
  'an alias of nothing': ['connection: *a', '1:13  yaml-alias'],
  'a document that cannot be read, between two that can': [
    `connection: { ${sound} }\n---\nconnection: [\n---\nconnection: { ${sound} }`,
    '4:1  yaml-syntax',
    '5:15 connection.id duplicate-id',
  ],
  'YAML 1.1 in a later document': [
    `connection: { ${sound} }\n...\n%YAML 1.1\n---\nconnection: { ${second} }`,
    '3:1  yaml-syntax',
  ],
  'YAML 1.1': [`%YAML 1.1\n---\nconnection: { ${sound} }`, '1:1  yaml-syntax'],
};

for (const [label, [text, ...findings]] of Object.entries(objectionable)) {
  test(`told, with its place: ${label}`, () => assert.deepEqual(found(text), findings));
}

test('booleans of YAML 1.1 are named, with what to write', () => {
  const words = { yes: 'true', No: 'false', on: 'true', OFF: 'false', y: 'true', N: 'false' };
  for (const [word, meant] of Object.entries(words)) {
    const text = `connection: { id: a, provider: p, title: T, auth: { type: oauth, pkce: { required: ${word} } } }`;
    const [finding, ...more] = judgeText('a.yaml', text, today);
    assert.deepEqual(more, []);
    assert.equal(finding?.rule, 'wrong-type');
    assert.ok(finding?.message.includes(`"${word}" was a boolean in YAML 1.1`), finding?.message);
    assert.ok(finding?.message.endsWith(`Write ${meant}`), finding?.message);
  }
});

test('yes is text where text is wanted', () => {
  assert.deepEqual(found(`connection: { ${sound.replace('title: T', 'title: yes')} }`), []);
});

test('the message names an unknown key with the nearest known one', () => {
  const text = `connection: { ${sound.replace('secretNames', 'secret_names')} }`;
  const messages = judgeText('a.yaml', text, today).map(({ message }) => message);
  assert.equal(messages.length, 1);
  assert.match(String(messages[0]), /Did you mean "secretNames"\?$/);
});
