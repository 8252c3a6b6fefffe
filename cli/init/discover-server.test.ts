import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startMockProvider } from '../../mock-provider/index.js';
import { discoverServer } from './discover-server.js';
import { listening } from './testing/session.js';

test('the mock is found, with its issuer and what it supports', async (t) => {
  const provider = await startMockProvider();
  t.after(() => provider.close());
  const discovery = await discoverServer(provider.issuer);
  assert.ok('found' in discovery);
  const { issuer, metadata, openid, url } = discovery.found;
  assert.equal(issuer, provider.issuer);
  assert.equal(metadata.token_endpoint, `${provider.issuer}/token`);
  assert.equal(openid, true);
  assert.equal(url, `${provider.issuer}/.well-known/oauth-authorization-server`);
});

test('a server without metadata is told apart from one that is not there', async (t) => {
  const origin = await listening(t, (_request, response) => {
    response.writeHead(404).end();
  });
  const discovery = await discoverServer(origin);
  assert.ok('tried' in discovery);
  assert.deepEqual(discovery.tried, [
    `${origin}/.well-known/oauth-authorization-server (404)`,
    `${origin}/.well-known/openid-configuration (404)`,
  ]);
});

test('a page in the place of metadata is none, whatever its status', async (t) => {
  const origin = await listening(t, (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<p>{"issuer":"x"}</p>');
  });
  const discovery = await discoverServer(origin);
  assert.ok('tried' in discovery);
  assert.match(discovery.tried[0] ?? '', /\(200 text\/html, which is no metadata document\)$/);
});

test('JSON that names no issuer is none', async (t) => {
  const origin = await listening(t, (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"issuer":7,"token_endpoint":"x"}');
  });
  assert.ok('tried' in (await discoverServer(origin)));
});

test('a redirect is told, and not followed', async (t) => {
  let followed = 0;
  const elsewhere = await listening(t, (_request, response) => {
    followed++;
    response.end();
  });
  const origin = await listening(t, (_request, response) => {
    response.writeHead(302, { location: `${elsewhere}/metadata` }).end();
  });
  const discovery = await discoverServer(origin);
  assert.ok('tried' in discovery);
  assert.match(discovery.tried[0] ?? '', new RegExp(`\\(302 redirect to ${elsewhere}/metadata\\)$`));
  assert.equal(followed, 0);
});

test('a dead server is told in words', async () => {
  const discovery = await discoverServer('http://127.0.0.1:1');
  assert.ok('dead' in discovery);
  assert.match(discovery.dead, /the connection was refused; is the server running\?/);
});
