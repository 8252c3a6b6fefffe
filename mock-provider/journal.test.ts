import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { startMockProvider } from './index.js';
import { Journal } from './journal.js';
import {
  authorizationParameters,
  Browser,
  newVerifier,
  post,
  redirectUri,
  send,
} from './testing/relying-party.js';

const secret = 's3cret p+:/%value';

async function providerWithEveryMethod() {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const common = { redirect_uris: [redirectUri] };
  const provider = await startMockProvider({
    clients: [
      { client_id: 'none', ...common },
      { client_id: 'client_secret_basic', client_secret: secret, ...common },
      {
        client_id: 'client_secret_post',
        token_endpoint_auth_method: 'client_secret_post',
        client_secret: secret,
        ...common,
      },
      { client_id: 'private_key_jwt', jwks: { keys: [await exportJWK(publicKey)] }, ...common },
    ],
  });
  const assertion = () =>
    new SignJWT({})
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer('private_key_jwt')
      .setSubject('private_key_jwt')
      .setAudience(provider.issuer)
      .setJti(crypto.randomUUID())
      .setExpirationTime('1m')
      .sign(privateKey);
  return { provider, assertion };
}

type Credentials = { form: Record<string, string>; headers: Record<string, string> };

async function credentials(method: string, assertion: () => Promise<string>): Promise<Credentials> {
  const pair = `${method}:${encodeURIComponent(secret)}`;
  if (method === 'client_secret_basic')
    return { form: {}, headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` } };
  if (method === 'client_secret_post')
    return { form: { client_id: method, client_secret: secret }, headers: {} };
  if (method === 'none') return { form: { client_id: method }, headers: {} };
  const client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
  return { form: { client_assertion_type, client_assertion: await assertion() }, headers: {} };
}

for (const method of ['none', 'client_secret_basic', 'client_secret_post', 'private_key_jwt']) {
  test(`no secret of a whole flow with ${method} is in the journal`, async (t) => {
    const { provider, assertion } = await providerWithEveryMethod();
    t.after(() => provider.close());
    const { issuer } = provider;
    const secrets = new Set([secret, encodeURIComponent(secret), 'wonderland']);
    const call = async (path: string, form: Record<string, string>) => {
      const { form: more, headers } = await credentials(method, assertion);
      for (const value of [...Object.values(headers), more.client_assertion]) if (value) secrets.add(value);
      return post(`${issuer}${path}`, { ...form, ...more }, headers);
    };
    const browser = new Browser();
    const { code_verifier, code_challenge } = newVerifier();
    const request = authorizationParameters({ client_id: method, code_challenge });
    const code = (await browser.approve(`${issuer}/authorize?${request}`)).searchParams.get('code') ?? '';
    const form = { grant_type: 'authorization_code', code, code_verifier, redirect_uri: redirectUri };
    const first = (await call('/token', form)).body as Record<string, string>;
    const refresh = { grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '' };
    const second = (await call('/token', refresh)).body as Record<string, string>;
    const token = second.access_token ?? '';
    await send(`${issuer}/resource?access_token=${token}`, {
      headers: { authorization: `Bearer ${token}`, referer: `${redirectUri}?code=${code}&state=x` },
    });
    await call('/introspect', { token, token_type_hint: 'access_token' });
    await call('/revoke', { token: second.refresh_token ?? '' });

    for (const body of [first, second])
      for (const name of ['access_token', 'refresh_token', 'id_token'])
        if (body[name]) secrets.add(body[name]);
    for (const value of [code, code_verifier, ...browser.cookies.values()]) secrets.add(value);
    assert.ok(first.access_token && second.access_token && secrets.size >= 9);
    const journal = JSON.stringify(provider.defaultTenant.journal.entries());
    for (const value of secrets) assert.ok(!journal.includes(value), `the journal holds ${value}`);
    assert.match(journal, /"token_type_hint":"access_token"|introspect/);
  });
}

test('one value has one fingerprint in a journal and another in the next', () => {
  const [a, b] = [new Journal(), new Journal()];
  assert.equal(a.fingerprint('x'), a.fingerprint('x'));
  assert.notEqual(a.fingerprint('x'), b.fingerprint('x'));
});

test('secrets are known by what their name says, in any case, query or fragment', () => {
  const journal = new Journal();
  const names = ['ACCESS_TOKEN', 'device_code', 'client-secret', 'id_token_hint', 'new_password', 'Code'];
  for (const name of names)
    assert.match(journal.redactedParameters(new URLSearchParams({ [name]: 'v' }))[name] ?? '', /^fp:/);
  for (const name of ['token_type_hint', 'code_challenge', 'state', 'client_assertion_type'])
    assert.equal(journal.redactedParameters(new URLSearchParams({ [name]: 'v' }))[name], 'v');
  assert.doesNotMatch(journal.redactedLocation('http://a/?x=y#access_token=SECRET&b=c'), /SECRET/);
});
