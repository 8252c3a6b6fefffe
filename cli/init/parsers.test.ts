import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  command,
  expression,
  issuer,
  list,
  oneOf,
  optional,
  redirectUrl,
  serverUrl,
  text,
  variable,
} from './parsers.js';
import { AnswerError, flags } from './question.js';

describe('answers', () => {
  for (const [what, read, expected] of [
    ['a word', () => oneOf('server', 'client')('Server '), 'server'],
    ['the beginning of a word', () => oneOf('stdio', 'module')('st'), 'stdio'],
    ['an issuer', () => issuer('https://as.example/tenant'), 'https://as.example/tenant'],
    [
      'the address of metadata',
      () => issuer('http://127.0.0.1:1/.well-known/openid-configuration'),
      'http://127.0.0.1:1',
    ],
    [
      'the address of metadata of an issuer with a path, as RFC 8414 puts it',
      () => issuer('https://as.example/.well-known/oauth-authorization-server/tenant'),
      'https://as.example/tenant',
    ],
    [
      'the same, as OpenID puts it',
      () => issuer('https://as.example/tenant/.well-known/openid-configuration'),
      'https://as.example/tenant',
    ],
    ['http on this machine', () => serverUrl(' http://localhost:8080/x '), 'http://localhost:8080/x'],
    ['a loopback redirect', () => redirectUrl('http://127.0.0.1/cb'), 'http://127.0.0.1/cb'],
    ['an app redirect', () => redirectUrl('com.example.app:/cb'), 'com.example.app:/cb'],
    ['a variable', () => variable('CLIENT_SECRET'), 'CLIENT_SECRET'],
    ['a variable as the file refers to it', () => variable('$' + '{CLIENT_SECRET}'), 'CLIENT_SECRET'],
    ['scopes', () => list('openid, read  write'), ['openid', 'read', 'write']],
    ['a command', () => command(`node "my app.mjs" 'a b' c"d`), ['node', 'my app.mjs', 'a b', 'c"d']],
    [
      'a command with words that are quoted in part',
      () => command(`app --name="a b" 'c d'"e f"g --empty="" ""`),
      ['app', '--name=a b', 'c de fg', '--empty=', ''],
    ],
    ['nothing', () => optional(text)('-'), undefined],
    ['something', () => optional(text)(' x '), 'x'],
    ['an expression', () => expression('Open (http\\S+)'), 'Open (http\\S+)'],
  ] as const)
    it(`${what} is read`, () => assert.deepEqual(read(), expected));

  for (const [what, read, message] of [
    ['nothing', () => text('  '), /Something/],
    ['an unknown word', () => oneOf('server', 'client')('x'), /Write one of: server, client/],
    ['an empty word', () => oneOf('server')(''), /Write one of/],
    ['a beginning of two words', () => oneOf('http', 'html')('ht'), /Write one of/],
    ['a URL without scheme', () => serverUrl('as.example'), /whole URL/],
    ['another scheme', () => serverUrl('ftp://as.example'), /whole URL/],
    ['plain http elsewhere', () => serverUrl('http://as.example'), /only https/],
    ['a user name', () => serverUrl('https://a:b@as.example'), /without user name/],
    ['a fragment', () => serverUrl('https://as.example/#x'), /"#"/],
    ['a query of an issuer', () => issuer('https://as.example/?a=b'), /without a query/],
    ['a redirect that is none', () => redirectUrl('callback'), /as it is registered/],
    ['a list with the same twice', () => list('a b a'), /twice/],
    ['a command of nothing', () => command('  '), /program/],
    ['a broken expression', () => expression('('), /no regular expression/],
  ] as const)
    it(`${what} is refused`, () =>
      assert.throws(read, (error) => error instanceof AnswerError && message.test(error.message)));

  it('a secret that is given for the name of a variable is refused, and not repeated', () => {
    for (const secret of ['hunter2', 's3cr3t-value', 'PASS word', `${'A'.repeat(65)}`, 'eyJhbGciOi.J9'])
      assert.throws(
        () => variable(secret),
        (error) => error instanceof AnswerError && !error.message.includes(secret),
      );
  });
});

it('docs/first-subject-file.md has every option', () => {
  const page = readFileSync(new URL('../../../docs/first-subject-file.md', import.meta.url), 'utf8');
  const missing = Object.keys(flags).filter((flag) => !page.includes(`\`--${flag}\``));
  assert.deepEqual(missing, []);
});
