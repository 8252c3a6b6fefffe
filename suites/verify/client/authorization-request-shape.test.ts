import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deviationsOf, furtherIn } from './authorization-request-shape.js';

const issuer = 'http://127.0.0.1:9000';

const told = {
  endpoints: { authorization: `${issuer}/authorize`, token: `${issuer}/token` },
  clientId: 'app',
  redirectUri: 'http://127.0.0.1:8765/callback',
  scope: ['read', 'write'],
};

const correct = {
  tenant: 'a',
  response_type: 'code',
  client_id: 'app',
  redirect_uri: told.redirectUri,
  scope: 'read write',
  state: 'x',
};

function request(change: Record<string, string | undefined> = {}, more = ''): string {
  const parameters = Object.entries({ ...correct, ...change }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return `${issuer}/authorize?${new URLSearchParams(parameters)}${more}`;
}

const deviations = (url: string) => deviationsOf(url, told, { tenant: 'a' });

describe('an authorization request is well-formed', () => {
  const urls = {
    'as it should be': request(),
    'with another port on loopback': request({ redirect_uri: 'http://127.0.0.1:1/callback' }),
    'without redirect_uri, as one is registered': request({ redirect_uri: undefined }),
    'with scopes and parameters of its own': request({ scope: 'write extra read', prompt: 'login' }),
    'with resource twice': request({}, '&resource=a&resource=b'),
  };
  for (const [how, url] of Object.entries(urls)) test(how, () => assert.deepEqual(deviations(url), []));
});

describe('a deviation is told', () => {
  const urls: [string, string, RegExp][] = [
    ['another endpoint', request().replace('/authorize', '/other'), /^sent to .*\/other$/],
    ['another host', request().replace('127.0.0.1:9000', '127.0.0.1:9001'), /^sent to/],
    ['response_type', request({ response_type: 'token' }), /^response_type is "token" instead of code$/],
    ['client_id', request({ client_id: undefined }), /^client_id is missing instead of app$/],
    ["the endpoint's own query", request({ tenant: undefined }), /^tenant is missing/],
    [
      'path of the redirect URI',
      request({ redirect_uri: 'http://127.0.0.1:8765/other' }),
      /^redirect_uri is/,
    ],
    [
      'host of the redirect URI',
      request({ redirect_uri: 'http://localhost:8765/callback' }),
      /^redirect_uri is/,
    ],
    [
      'no redirect URI with openid',
      request({ redirect_uri: undefined, scope: 'openid read write' }),
      /openid/,
    ],
    ['scopes with commas', request({ scope: 'read,write' }), /lacks read and write$/],
    ['two spaces', request({ scope: 'read  write' }), /no list delimited by single spaces$/],
    ['no scope', request({ scope: undefined }), /^no scope$/],
    ['a parameter twice', request({}, '&state=x'), /^state comes more than once$/],
    ['a fragment', request({}, '#x'), /^a fragment$/],
  ];
  for (const [what, url, message] of urls)
    test(what, () => {
      const [first, ...more] = deviations(url);
      assert.match(first ?? '', message);
      assert.deepEqual(more, []);
    });
});

test('scopes and parameters beyond the usual are named', () => {
  assert.deepEqual(furtherIn(request({ scope: 'write extra read', prompt: 'login' }), told), [
    'scope extra',
    'prompt',
  ]);
});
