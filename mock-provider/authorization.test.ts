import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { type ProviderOptions, startMockProvider } from './index.js';
import {
  authorizationParameters,
  authorize,
  Browser,
  codeRequest,
  newVerifier,
  post,
  redirectUri,
  send,
  tokens,
} from './testing/relying-party.js';

const { code_challenge } = newVerifier();

async function automatic(t: { after: (fn: () => Promise<void>) => void }, options: ProviderOptions = {}) {
  const provider = await startMockProvider({ approval: 'automatic', ...options });
  t.after(() => provider.close());
  return provider;
}

test('an authorization request may be sent by POST', async (t) => {
  const { issuer } = await automatic(t);
  const { status, headers } = await post(`${issuer}/authorize`, authorizationParameters({ code_challenge }));
  assert.equal(status, 303);
  assert.match(headers.get('location') ?? '', /[?&]code=/);
});

test('a parameter that comes twice is refused, at the place where it can be told', async (t) => {
  const { issuer } = await automatic(t);
  for (const name of ['state', 'scope', 'code_challenge', 'response_type', 'nonce', 'unknown']) {
    const twice = `${authorizationParameters({ code_challenge, [name]: 'a' })}&${name}=b`;
    const { headers } = await send(`${issuer}/authorize?${twice}`);
    assert.match(headers.get('location') ?? '', /error=invalid_request/, name);
  }
  for (const name of ['client_id', 'redirect_uri']) {
    const twice = `${authorizationParameters({ code_challenge })}&${name}=demo`;
    const { status, headers } = await send(`${issuer}/authorize?${twice}`);
    assert.deepEqual([status, headers.get('location')], [400, null], name);
  }
  const request = await codeRequest(issuer);
  const body = `${new URLSearchParams(request)}&code=${request.code}`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  assert.equal(
    (await send(`${issuer}/token`, { method: 'POST', headers, body })).body.error,
    'invalid_request',
  );
});

test('what would change the meaning of a request is refused, not ignored', async (t) => {
  const { issuer } = await automatic(t);
  const expected: Record<string, string> = {
    request: 'request_not_supported',
    request_uri: 'request_uri_not_supported',
    registration: 'registration_not_supported',
    response_mode: 'invalid_request',
    max_age: 'invalid_request',
    prompt: 'invalid_request',
  };
  for (const [name, error] of Object.entries(expected)) {
    const response = await authorize(issuer, { code_challenge, [name]: 'x' });
    assert.equal(response.searchParams.get('error'), error, name);
    assert.equal(response.searchParams.get('state'), 'the-state');
    assert.equal(response.searchParams.get('iss'), issuer);
  }
});

test('redirect_uri may be left out for a single one, but not with openid', async (t) => {
  const { issuer } = await automatic(t, { clients: [{ client_id: 'demo', redirect_uris: [redirectUri] }] });
  const left = (scope: string) =>
    send(
      `${issuer}/authorize?${authorizationParameters({ code_challenge, scope, redirect_uri: undefined })}`,
    );
  assert.equal((await left('read')).status, 303);
  assert.equal((await left('openid')).status, 400);
});

test('a resource indicator becomes the audience, and a wrong one costs neither code nor refresh token', async (t) => {
  const { issuer } = await automatic(t);
  const wide = `${authorizationParameters({ code_challenge })}&resource=${issuer}/resource&resource=${issuer}/resource-2`;
  assert.match((await send(`${issuer}/authorize?${wide}`)).headers.get('location') ?? '', /[?&]code=/);
  const unknown = await authorize(issuer, { code_challenge, resource: 'https://elsewhere.example/' });
  assert.equal(unknown.searchParams.get('error'), 'invalid_target');

  const request = await codeRequest(issuer, { resource: `${issuer}/resource-2` });
  const excess = await post(`${issuer}/token`, { ...request, resource: `${issuer}/resource` });
  assert.equal(excess.body.error, 'invalid_target');
  const { body } = await post(`${issuer}/token`, request);
  const { access_token, refresh_token } = body as Record<string, string>;
  assert.equal(decodeJwt(access_token ?? '').aud, `${issuer}/resource-2`);
  const headers = { authorization: `Bearer ${access_token}` };
  assert.equal((await send(`${issuer}/resource-2`, { headers })).status, 200);
  assert.equal((await send(`${issuer}/resource`, { headers })).status, 401);

  const refresh = { grant_type: 'refresh_token', client_id: 'demo', refresh_token: refresh_token ?? '' };
  const refused = await post(`${issuer}/token`, { ...refresh, resource: `${issuer}/resource` });
  assert.equal(refused.body.error, 'invalid_target');
  assert.equal((await post(`${issuer}/token`, refresh)).status, 200);
});

test('prompt=login and max_age make somebody who is logged in do it again', async (t) => {
  const provider = await startMockProvider();
  t.after(() => provider.close());
  const browser = new Browser();
  const at = (more: Record<string, string>) =>
    `${provider.issuer}/authorize?${authorizationParameters({ code_challenge, ...more })}`;
  await browser.approve(at({}));
  const shown = async (more: Record<string, string>) => {
    const { text } = (await browser.follow(at(more))).answer;
    return text.includes('name="password"') ? 'login' : 'approval';
  };
  assert.equal(await shown({}), 'approval');
  assert.equal(await shown({ max_age: '100' }), 'approval');
  provider.defaultTenant.clock.advance(101);
  assert.equal(await shown({ max_age: '100' }), 'login');
  await browser.approve(at({}));
  assert.equal(await shown({ prompt: 'login' }), 'login');
  const none = await browser.follow(at({ prompt: 'none' }));
  assert.equal(none.url.searchParams.get('error'), 'login_required');
});

for (const { alg, hash } of [
  { alg: 'ES256', hash: 'sha256' },
  { alg: 'RS256', hash: 'sha256' },
  { alg: 'PS256', hash: 'sha256' },
  { alg: 'EdDSA', hash: 'sha512' },
] as const) {
  test(`${alg} signs both tokens, and at_hash is of its own hash function`, async (t) => {
    const { issuer } = await automatic(t, { signingAlgorithm: alg });
    const { access_token, id_token } = await tokens(issuer);
    const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
    await jwtVerify(access_token, keys, { issuer, typ: 'at+jwt', algorithms: [alg] });
    const { payload } = await jwtVerify(id_token, keys, { issuer, audience: 'demo', algorithms: [alg] });
    const digest = createHash(hash).update(access_token).digest();
    assert.equal(payload.at_hash, digest.subarray(0, digest.length / 2).toString('base64url'));
  });
}

test('a redirect URI that no header can carry is answered, not a 500', async (t) => {
  const provider = await automatic(t);
  const { issuer, defaultTenant } = provider;
  for (const uri of [
    'https://a.example/\r\nx-evil: 1',
    'https://a.example/日本',
    'https://a.example/ü',
    'https://a.example/ b',
  ]) {
    const body = JSON.stringify({ redirect_uris: [uri] });
    const headers = { 'content-type': 'application/json' };
    const { status, body: answer } = await send(`${issuer}/register`, { method: 'POST', headers, body });
    assert.deepEqual([status, answer.error], [400, 'invalid_redirect_uri'], uri);
  }
  await defaultTenant.play(['as-redirect-any']);
  const { href } = await authorize(issuer, {
    code_challenge,
    redirect_uri: 'https://a.example/日本\r\nx: y',
  });
  assert.match(href, /^https:\/\/a\.example\/%E6%97%A5%E6%9C%AC%0D%0Ax:%20y\?code=/);
});

test('a path tenant works end to end', async (t) => {
  const provider = await startMockProvider();
  t.after(() => provider.close());
  const { issuer } = await provider.addTenant({ name: 'deep', path: true });
  assert.equal(issuer, `${provider.issuer}/t/deep`);
  const urls = [
    `${provider.issuer}/.well-known/oauth-authorization-server/t/deep`,
    `${issuer}/.well-known/oauth-authorization-server`,
    `${issuer}/.well-known/openid-configuration`,
    `${provider.issuer}/.well-known/openid-configuration/t/deep`,
  ];
  for (const url of urls) assert.equal((await send(url)).body.issuer, issuer, url);
  const resource = await send(`${provider.issuer}/.well-known/oauth-protected-resource/t/deep/resource`);
  assert.equal(resource.body.resource, `${issuer}/resource`);
  await wholeFlow(issuer, issuer, '/t/deep');
  assert.equal(provider.defaultTenant.journal.entries().length, 0);
  assert.equal((await send(`${provider.issuer}/t/none/token`)).status, 404);
});

for (const { proxy, strips } of [
  { proxy: 'passes the path on', strips: false },
  { proxy: 'takes the path away', strips: true },
]) {
  test(`an issuer behind a proxy that ${proxy} works end to end`, async (t) => {
    const issuer = 'http://public.example/auth';
    const provider = await startMockProvider({ issuer });
    t.after(() => provider.close());
    const inner = `${provider.address}${strips ? '' : '/auth'}`;
    for (const path of [
      '/.well-known/oauth-authorization-server/auth',
      '/auth/.well-known/openid-configuration',
    ]) {
      const { body } = await send(`${provider.address}${path}`);
      assert.equal(body.token_endpoint, `${issuer}/token`);
    }
    const { headers } = await send(`${inner}/authorize?${authorizationParameters({ code_challenge })}`);
    assert.match(headers.get('location') ?? '', /^\/auth\/interaction\//);
    assert.match(headers.get('set-cookie') ?? '', /; Path=\/auth;/);
    provider.defaultTenant.approval = 'automatic';
    const response = await authorize(inner, { code_challenge });
    assert.equal(response.searchParams.get('iss'), issuer);
    const { access_token } = await tokens(inner);
    assert.equal(decodeJwt(access_token).iss, issuer);
  });
}

async function wholeFlow(inner: string, issuer: string, path: string) {
  const browser = new Browser();
  const { code_verifier, code_challenge } = newVerifier();
  const first = await browser.visit(`${inner}/authorize?${authorizationParameters({ code_challenge })}`);
  assert.match(first.headers.get('set-cookie') ?? '', new RegExp(`; Path=${path};`));
  assert.ok(first.headers.get('location')?.startsWith(`${path}/interaction/`));
  const response = await browser.approve(`${inner}/authorize?${authorizationParameters({ code_challenge })}`);
  assert.equal(response.searchParams.get('iss'), issuer);
  const code = response.searchParams.get('code') ?? '';
  const form = {
    grant_type: 'authorization_code',
    client_id: 'demo',
    redirect_uri: redirectUri,
    code,
    code_verifier,
  };
  const { body, status } = await post(`${inner}/token`, form);
  assert.equal(status, 200);
  const headers = { authorization: `Bearer ${body.access_token}` };
  assert.equal((await send(`${inner}/resource`, { headers })).body.resource, `${issuer}/resource`);
  assert.equal((await send(`${inner}/userinfo`, { headers })).body.sub, 'alice');
}
