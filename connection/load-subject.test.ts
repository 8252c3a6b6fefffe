// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${NAME} is the notation under test.
import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { webClient } from './client-sample.js';
import { loadSubject } from './load-subject.js';
import { remote, remoteServer } from './remote-server-sample.js';
import { loadSample, problemsOf, problemsThrown, withSampleFile } from './sample-file.js';
import { SubjectFileError } from './subject-file-error.js';

test('a file that is not there, a directory, and one below a file', () => {
  const cases = {
    '/no/such/subject.yaml': 'no such file',
    '/dev/null/subject.yaml': 'no such file',
    [tmpdir()]: 'directory',
    'a\0b': 'cannot be read',
  };
  for (const [file, words] of Object.entries(cases)) {
    const [problem, ...more] = problemsThrown(() => loadSubject(file));
    assert.ok(problem?.startsWith('1:1 : ') && problem.includes(words), `${file}: ${problem}`);
    assert.equal(more.length, 0);
  }
});

test('a file that may not be read', { skip: process.getuid?.() === 0 && 'root reads everything' }, () => {
  withSampleFile('version: 1', (file) => {
    chmodSync(file, 0);
    assert.match(problemsThrown(() => loadSubject(file)).join(), /may not be read/);
  });
});

test('an endless file is not read to its end', () => {
  assert.match(problemsThrown(() => loadSubject('/dev/zero')).join(), /larger than 1 MiB/);
});

test('the size limit is 1 MiB', () => {
  const padded = `${remoteServer}#`.padEnd(1024 * 1024, 'x');
  assert.deepEqual(problemsOf(padded), []);
  assert.match(problemsOf(`${padded}x`).join(), /^1:1 : the file is larger than 1 MiB/);
});

test('nothing given: defaults', () => {
  const { subject, name } = loadSample('version: 1\nserver: { mock: {} }\n');
  assert.deepEqual(subject, {
    version: 1,
    against: ['oauth2.0'],
    fails: [],
    warns: [],
    server: { mock: {} },
  });
  // Merely "subject" would name no subject: the folder's name does.
  assert.match(name, /^proofkey-/);
});

test('what is given stays', () => {
  const { subject } = loadSample(remoteServer.replace('version: 1', 'version: 1\nagainst: [oidc]'));
  assert.deepEqual(subject.against, ['oidc']);
  assert.deepEqual(subject.fails, [{ id: 'server/pkce/required', until: '2026-06-15' }]);
});

test('a client that a person drives needs no driver, and whatever there is gives way', () => {
  const byHand = { driver: { interactive: {} } };
  const load = (client: string) => loadSample(`version: 1\nclient: ${client}\n`, true).subject.client;
  assert.deepEqual(load('{}'), byHand);
  assert.deepEqual(load('{ driver: { stdio: [a] }, scopes: [b] }'), { ...byHand, scopes: ['b'] });
  const patient = { interactive: { waitSeconds: 5 } };
  assert.deepEqual(load('{ driver: { interactive: { waitSeconds: 5 } } }'), { driver: patient });
  assert.equal(loadSample('version: 1\nserver: { mock: {} }\n', true).subject.client, undefined);
});

test('the port of an application means nothing to a person', () => {
  const load = () => loadSample(webClient, true);
  assert.match(problemsThrown(load).join(), /^10:3 client\.redirectUrl: is not an absolute URI/);
});

test('client authentication follows from the credentials', () => {
  const { subject } = loadSample(
    remote(
      '    second:\n      clientId: second',
      '    a: { clientId: a }\n    b: { clientId: b, clientSecret: "${B}" }\n    c: { clientId: c, privateKey: "${C}" }\n    d: { clientId: d, clientSecret: "${D}", clientAuthentication: client_secret_post }',
    ),
  );
  const methods = Object.values(subject.server?.clients ?? {}).map((client) => client.clientAuthentication);
  assert.deepEqual(methods, ['none', 'client_secret_basic', 'private_key_jwt', 'client_secret_post']);
});

const redirects: [string, string[]][] = [
  ['redirect: { method: web, redirectUrl: "http://127.0.0.1/cb" }', ['http://127.0.0.1/cb']],
  [
    'redirect: { method: app-scheme, scheme: jingle, callbackPath: /oauth/callback }',
    ['jingle://oauth/callback'],
  ],
  ['redirect: { method: app-scheme, scheme: jingle, callbackPath: oauth }', ['jingle://oauth']],
  ['redirect: { method: app-uri, uriScheme: ai.jingle, callbackPath: /oauth }', ['ai.jingle:/oauth']],
  ['redirect: { method: app-uri, uriScheme: ai.jingle, callbackPath: oauth }', ['ai.jingle:/oauth']],
  ['clientType: public', []],
];
for (const [line, expected] of redirects) {
  test(`redirect URLs of a client that names none: ${line}`, () => {
    const { subject } = loadSample(
      remote('redirect: { method: web, redirectUrl: https://app.example/callback }', line),
    );
    assert.deepEqual(subject.server?.clients?.second?.redirectUrls, expected);
  });
}

test('a client keeps the redirect URLs that it names', () => {
  const { subject } = loadSample(remote('clientId: second', 'clientId: second\n      redirectUrls: []'));
  assert.deepEqual(subject.server?.clients?.second?.redirectUrls, []);
});

test('locate gives the place of a path or of its nearest ancestor', () => {
  const { locate, file } = loadSample(remoteServer);
  const places: [(string | number)[], string][] = [
    [[], '1:1'],
    [['connection', 'auth', 'tokenUrl'], '10:5'],
    [['connection', 'auth', 'scopes', 1], '13:20'],
    [['connection', 'auth', 'scopes', 7], '13:5'],
    [['connection', 'auth', 'scopes', 'x'], '13:5'],
    [['server', 'clients', 'second', 'redirectUrls', 0], '22:5'],
    [['fails', 0, 'id'], '28:5'],
    [['warns', 0, 'id'], '30:1'],
    [['nothing'], '1:1'],
  ];
  for (const [path, expected] of places) assert.equal(locate(path), `${file}:${expected}`, path.join('.'));
});

test('aliases and merge keys: values, and places where they were written', () => {
  const { subject, locate, file } = loadSample(
    'version: 1\nserver:\n  mock: {}\n  clients:\n    a: &a\n      clientId: a\n      scopes: &s [x]\n    b:\n      <<: *a\n      clientId: b\n    c: { clientId: c, scopes: *s }\n    d: *a\n',
  );
  const scopes = Object.values(subject.server?.clients ?? {}).map((client) => [
    client.clientId,
    client.scopes,
  ]);
  assert.deepEqual(scopes, [
    ['a', ['x']],
    ['b', ['x']],
    ['c', ['x']],
    ['a', ['x']],
  ]);
  const clients = ['server', 'clients'];
  assert.equal(locate([...clients, 'b', 'scopes', 0]), `${file}:7:19`);
  assert.equal(locate([...clients, 'b', 'clientId']), `${file}:10:7`);
  assert.equal(locate([...clients, 'c', 'scopes']), `${file}:11:23`);
  assert.equal(locate([...clients, 'd', 'clientId']), `${file}:6:7`);
});

test('several merged mappings: the first that has the key counts', () => {
  const { subject, locate, file } = loadSample(
    'version: 1\nserver:\n  mock: {}\n  clients:\n    a: &a { clientId: a }\n    b: &b { clientId: b, scopes: [x] }\n    c: { <<: [*a, *b] }\n',
  );
  assert.equal(subject.server?.clients?.c?.clientId, 'a');
  assert.equal(locate(['server', 'clients', 'c', 'clientId']), `${file}:5:13`);
  assert.equal(locate(['server', 'clients', 'c', 'scopes']), `${file}:6:26`);
});

test('CRLF and a byte order mark change neither values nor places', () => {
  const text = `\uFEFF${remoteServer.replaceAll('\n', '\r\n')}`;
  const loaded = loadSample(text);
  assert.deepEqual(loaded.subject, loadSample(remoteServer).subject);
  assert.equal(loaded.locate(['connection', 'auth', 'tokenUrl']), `${loaded.file}:10:5`);
  assert.equal(loaded.locate(['version']), `${loaded.file}:1:1`);
});

test('yes, no, on and off are text', () => {
  const { subject } = loadSample(remote('prompt: consent', 'prompt: yes, a: no, b: on, c: off'));
  assert.deepEqual(subject.connection?.auth.authorizationParams, {
    prompt: 'yes',
    a: 'no',
    b: 'on',
    c: 'off',
  });
});

test('the requirement set keeps its last digit, with and without quotes', () => {
  for (const written of ['2026.10', '"2026.10"']) {
    const { subject } = loadSample(`${remoteServer}requirements: ${written}\n`);
    assert.equal(subject.requirements, '2026.10');
  }
});

test('a key called __proto__ is an entry like any other', () => {
  const { subject } = loadSample(remote('second:', '__proto__:'));
  assert.ok(Object.hasOwn(subject.server?.clients ?? {}, '__proto__'));
});

test('the error reads file:line:column path: message, in the order of the file', () => {
  withSampleFile('version: 1\nwarns: [{}]\nfails: x\nserver: {}\n', (file) => {
    try {
      loadSubject(file);
      assert.fail('loaded');
    } catch (error) {
      assert.ok(error instanceof SubjectFileError);
      assert.equal(error.problems[0]?.file, file);
      const [first = '', second = ''] = error.message.split('\n');
      assert.ok(first.startsWith(`${file}:2:9 warns[0].id: is missing.`), first);
      assert.ok(second.startsWith(`${file}:3:1 fails: is text where a list is expected.`), second);
    }
  });
});

test('a file with very many mistakes gives a message that ends', () => {
  const text = Array.from({ length: 500 }, (_, index) => `k${index}: 1`).join('\n');
  const error = withSampleFile(text, (file) => {
    try {
      return loadSubject(file);
    } catch (thrown) {
      return thrown;
    }
  });
  assert.ok(error instanceof SubjectFileError);
  assert.equal(error.problems.length, 501);
  assert.equal(error.message.split('\n').length, 101);
  assert.match(error.message, /… and 401 more$/);
});

test('the examples of the documentation load', () => {
  // Beside the source, or above the compiled copy.
  const places = ['../docs/subject-file.md', '../../docs/subject-file.md'].map(
    (path) => new URL(path, import.meta.url),
  );
  const place = places.find((url) => existsSync(url));
  assert.ok(place !== undefined);
  const examples = [...readFileSync(place, 'utf8').matchAll(/```yaml\n(.*?)```/gs)].map(
    (match) => match[1] ?? '',
  );
  assert.equal(examples.length, 4);
  for (const example of examples) assert.deepEqual(problemsOf(example), []);
});
