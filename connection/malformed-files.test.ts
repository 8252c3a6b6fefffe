import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemsOf } from './sample-file.js';

/** What the file holds, and `line:column path … words` of its only problem or problems. */
type Sample = [label: string, content: string | Buffer, ...expected: string[]];

const chain = (length: number, repeats: number): string =>
  Array.from({ length }, (_, index) => {
    const items = Array(repeats).fill(index === 0 ? 'x' : `*a${index - 1}`);
    return `k${index}: &a${index} [${items.join(', ')}]`;
  }).join('\n');

const text: Sample[] = [
  ['empty', '', '1:1  … empty'],
  ['only a comment', '# nothing\n', '1:1  … empty'],
  ['only a document marker', '---\n', '1:1  … empty'],
  ['null', '~', '1:1  … empty'],
  ['a list', '\n- version: 1', '2:1  … not a mapping'],
  ['text', 'version 1', '1:1  … not a mapping'],
  ['UTF-16', Buffer.from('\uFEFFversion: 1', 'utf16le'), '1:1  … UTF-8'],
  ['bytes that are no text', Buffer.from([0x61, 0x3a, 0x20, 0xff]), '1:1  … UTF-8'],
  ['a tab', 'version: 1\nserver:\n\tmock: {}\n', '3:1  … tab'],
  ['two tabs', 'a:\n\tb: 1\nc:\n\td: 1\n', '2:1  … tab', '4:1  … tab'],
  ['an open bracket', 'version: 1\nagainst: [oidc\n', '3:1  … '],
  ['an open quote', 'version: "1', '1:12  … quote'],
  ['a colon in a value', 'version: 1: 2', '1:10  … quotes around'],
  ['bad indentation', 'a:\n    b: 1\n  c: 1\n', '3:1  … indentation'],
  ['a duplicate key', 'version: 1\nversion: 1\n', '2:1  … "version" stands twice'],
  ['a duplicate key inside', 'server: { mock: {}, mock: {} }', '1:21  … "mock" stands twice'],
  ['a second document', 'version: 1\n---\nversion: 1\n', '2:1  … second document'],
  ['YAML 1.1', '%YAML 1.1\n---\nversion: 1', '1:1  … YAML 1.2'],
  ['a tag', 'version: !!binary "MQ=="', '1:10  … tag'],
  ['a tag of its own', 'version: !x 1', '1:10  … tag'],
  ['a list as key', 'version: 1\n? [a]\n: b\n', '2:3  … plain text'],
  ['an alias without anchor', 'version: *one', '1:10  … no anchor'],
  ['an alias of a later anchor', 'a: *one\nb: &one 1', '1:4  … no anchor'],
  ['a cyclic alias', 'version: 1\nserver: &s\n  mock: *s\n', '3:9  … inside the value'],
  ['a cyclic merge', 'version: 1\nserver: &s\n  <<: *s\n', '3:7  … inside the value'],
  ['a cyclic list', 'a: &a [1, [*a]]', '1:12  … inside the value'],
  ['an alias bomb', chain(10, 9), '1:1  … too many values'],
  ['an alias bomb below the limit of one anchor', `${chain(5, 8)}\n`, '1:1  … too many values'],
  [
    'few aliases of something large',
    `a: &a [${'1, '.repeat(2000)}]\nb: [${'*a, '.repeat(60)}]`,
    '1:1  … too many values',
  ],
  ['too many aliases', `a: &a 1\nb: [${'*a, '.repeat(1001)}]`, '2:4005  … more than 1000 aliases'],
  ['aliases that nest deeply', chain(80, 1), '1:1  … '],
  ['65 levels of lists', `a: ${'['.repeat(64)}${']'.repeat(64)}`, '1:68  … more than 64 deep'],
  ['a megabyte of brackets', '['.repeat(1_000_000), '1:66  … more than 64 deep'],
  ['a megabyte of dashes', '- '.repeat(500_000), '1:130  … more than 64 deep'],
  [
    'deep indentation',
    Array.from({ length: 80 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'),
    '65:67  … more than 64 deep',
  ],
];

const shape: Sample[] = [
  ['64 levels are read', `version: 1\na: ${'['.repeat(63)}${']'.repeat(63)}`, '2:1 a … not a known key'],
  ['version is missing', 'server: { mock: {} }', '1:1 version … is missing'],
  ['another version', 'version: 2\nserver: { mock: {} }', '1:1 version … is 2, which'],
  ['version as text', 'version: "1"\nserver: { mock: {} }', '1:1 version … Write 1, without quotes'],
  ['an unknown key', 'version: 1\nservr: {}', '2:1 servr … Did you mean "server"?'],
  ['a key that resembles none', 'version: 1\nbudget: {}', '2:1 budget … The keys here are: version, against'],
  [
    'a key in wire spelling',
    'version: 1\nserver:\n  resource_url: x',
    '3:3 server.resource_url … Did you mean "resourceUrl"?',
  ],
  ['a key that could steer a terminal', 'version: 1\n"\\e[31m": 1', '2:1 ["\\u001b[31m"] … not a known key'],
  ['an inherited name', 'version: 1\ntoString: 1', '2:1 toString … not a known key'],
  ['__proto__', 'version: 1\n__proto__: {}', '2:1 __proto__ … not a known key'],
  ['text for a list', 'version: 1\nagainst: oidc', '2:1 against … Write a list: [oidc]'],
  ['an empty list', 'version: 1\nagainst: []', '2:1 against … is an empty list'],
  ['a value twice', 'version: 1\nagainst: [oidc, oidc]', '2:17 against[1] … twice'],
  ['a misspelt value', 'version: 1\nagainst: [oauth2]', '2:11 against[0] … Did you mean "oauth2.0"?'],
  [
    'nothing for a mapping',
    'version: 1\nserver:\n  mock:\n',
    '3:3 server.mock … is empty where a mapping is expected',
  ],
  [
    'a number for text',
    'version: 1\nserver: { authorized: 5 }',
    '2:11 server.authorized … Put quotes around it',
  ],
  ['a blank permission', 'version: 1\nserver: { authorized: " " }', '2:11 server.authorized … right form'],
  ['an empty text', 'version: 1\nserver: { mock: { profile: "" } }', '2:19 server.mock.profile … is empty'],
  [
    'a login of an unknown kind',
    'version: 1\nserver: { login: auto-aprove }',
    '2:11 server.login … Did you mean "auto-approve"?',
  ],
  ['a login that is a number', 'version: 1\nserver: { login: 5 }', '2:11 server.login … text or a mapping'],
  [
    'a login without fields',
    'version: 1\nserver: { login: { submit: a } }',
    '2:11 server.login.fields … is missing',
  ],
  [
    'a number in a login field',
    'version: 1\nserver: { login: { fields: { pin: 123456 } } }',
    '2:30 server.login.fields.pin … quotes',
  ],
  [
    'a misspelt key of a client',
    'version: 1\nserver: { clients: { a: { clientID: a } } }',
    '2:22 server.clients.a.clientId … missing',
    '2:27 server.clients.a.clientID … "clientId"',
  ],
  [
    'a flaky requirement without a reason',
    'version: 1\nflaky: [{ id: server/a/b }]',
    '2:9 flaky[0].reason … is missing',
  ],
  [
    'a date that is none',
    'version: 1\nfails: [{ id: a, until: 2027-02-30 }]',
    '2:18 fails[0].until … right form',
  ],
  [
    'a negative grace',
    'version: 1\nserver: { refreshGraceSeconds: -1 }',
    '2:11 server.refreshGraceSeconds … is less than 0',
  ],
  [
    'an empty command',
    'version: 1\nserver: { start: { command: [], url: a } }',
    '2:20 server.start.command … is an empty list',
  ],
  ['an empty set', 'version: 1\nserver: { mock: {} }\nrequirements: ""', '3:1 requirements … right form'],
  ['a set that is no set', 'version: 1\nrequirements: 2026', '2:1 requirements … right form'],
];

const auth = (line: string): string =>
  `version: 1\nconnection:\n  id: a\n  provider: a\n  title: a\n  auth:\n    type: oauth\n    ${line}\n`;

const redirect: Sample[] = [
  ['no method', auth('redirect: { redirectUrl: a }'), '8:5 connection.auth.redirect.method … is missing'],
  [
    'a misspelt method',
    auth('redirect: { method: app-sheme }'),
    '8:17 connection.auth.redirect.method … Did you mean "app-scheme"?',
  ],
  [
    'a method that is a number',
    auth('redirect: { method: 1 }'),
    '8:17 connection.auth.redirect.method … is a number',
  ],
  [
    'only the chosen shape is judged',
    auth('redirect: { method: web }'),
    '8:5 connection.auth.redirect.redirectUrl … is missing',
  ],
  [
    'a colon in the scheme',
    auth('redirect: { method: app-uri, uriScheme: "a:", callbackPath: b }'),
    '8:34 connection.auth.redirect.uriScheme … right form',
  ],
];

const driver = (flow: string): string => `version: 1\nclient:\n  driver: { ${flow} }\n`;

const client: Sample[] = [
  ['a client of nothing', 'version: 1\nclient:\n', '2:1 client … is empty where a mapping is expected'],
  ['a misspelt driver', driver('stdoi: [a]'), '3:13 client.driver.stdoi … Did you mean "stdio"?'],
  [
    'a command as text',
    driver('stdio: python3 a.py'),
    '3:13 client.driver.stdio … Write a list: [python3 a.py]',
  ],
  ['no adapter', driver('stdio: []'), '3:13 client.driver.stdio … is an empty list'],
  ['an empty module', driver('module: ""'), '3:13 client.driver.module … is empty'],
  [
    'a program without login',
    driver('exec: { browser: program }'),
    '3:13 client.driver.exec.login … is missing',
  ],
  [
    'another browser',
    driver('exec: { login: { command: [a] }, browser: programm }'),
    '3:46 client.driver.exec.browser … Did you mean "program"?',
  ],
  [
    'an operation that programs do not have',
    driver('exec: { login: { command: [a] }, browser: program, reset: { command: [a] } }'),
    '3:64 client.driver.exec.reset … The keys here are: login',
  ],
  [
    'a variable that is a number',
    driver('exec: { login: { command: [a], environment: { PORT: 1 } }, browser: program }'),
    '3:59 client.driver.exec.login.environment.PORT … quotes',
  ],
  [
    'an application that does not show who is logged in',
    driver('http: { startUrl: a, statusUrl: b }'),
    '3:13 client.driver.http.authenticated … is missing',
  ],
  [
    'a key of the address of a started server',
    driver('http: { start: { command: [a], url: a }, startUrl: a, statusUrl: b, authenticated: c }'),
    '3:44 client.driver.http.start.url … not a known key',
  ],
  [
    'no time',
    driver('interactive: { waitSeconds: 0 }'),
    '3:28 client.driver.interactive.waitSeconds … not more than 0',
  ],
  [
    'a misspelt capability',
    'version: 1\nclient: { driver: { stdio: [a] }, capabilities: [client.web, client.refersh] }',
    '2:62 client.capabilities[1] … Did you mean "client.refresh"?',
  ],
  [
    'work that no client has',
    'version: 1\nclient: { driver: { stdio: [a] }, leftToCaller: { client.owns-stat: a } }',
    '2:51 client.leftToCaller["client.owns-stat"] … Did you mean "client.owns-state"?',
  ],
  [
    'an authentication that adapters are not told of',
    'version: 1\nclient: { driver: { stdio: [a] }, clientAuthentication: private_key_jwt }',
    '2:35 client.clientAuthentication … Write none or client_secret_basic or client_secret_post',
  ],
];

for (const [label, content, ...expected] of [...text, ...shape, ...redirect, ...client]) {
  test(label, () => {
    const actual = problemsOf(content);
    const message = `expected:\n${expected.join('\n')}\nreceived:\n${actual.join('\n')}`;
    assert.equal(actual.length, expected.length, message);
    expected.forEach((entry, index) => {
      const [place = '', words = ''] = entry.split(' … ');
      assert.ok(actual[index]?.startsWith(`${place}: `) && actual[index].includes(words), message);
    });
  });
}

test('no message repeats what a secret field holds', () => {
  const texts = [
    auth('clientSecret: 12345678'),
    auth('clientSecret: {"12345678": 1}'),
    auth('clientSecret: "12345678'),
    auth('clientSecret: 12345678: 1'),
  ];
  for (const content of texts) {
    const problems = problemsOf(content);
    assert.notEqual(problems.length, 0);
    assert.doesNotMatch(problems.join('\n'), /12345678/);
  }
});
