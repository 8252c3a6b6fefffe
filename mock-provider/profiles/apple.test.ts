import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type CryptoKey, decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type Changes, Persona } from '../testing/persona.js';
import { post } from '../testing/relying-party.js';

const redirect_uri = 'https://client.example/callback';
const halfYear = 183 * 24 * 3600;

describe('apple', () => {
  let apple: Persona;
  before(async () => {
    apple = await Persona.start('apple');
  });
  after(() => apple.close());

  /** Fields of the form that posts itself to the client. */
  const posted = async (changes: Changes = {}, from = apple) => {
    const { text, status } = await from.ask(changes);
    assert.equal(status, 200);
    assert.match(text, new RegExp(`<form[^>]*method="post"[^>]*action="${redirect_uri}"`, 'i'));
    const fields = [...text.matchAll(/name="([^"]+)" value="([^"]*)"/g)];
    return new Map(fields.map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')]));
  };
  const codeRequest = async (from = apple) => ({
    grant_type: 'authorization_code',
    code: (await posted({}, from)).get('code') ?? '',
    redirect_uri,
  });

  test('with name or email the response is a form that is posted', async () => {
    for (const scope of ['name', 'email', 'name email']) {
      const fields = await posted({ scope });
      assert.equal(fields.get('state'), 'the-state-of-a-login');
      assert.equal(typeof fields.get('code'), 'string');
    }
    for (const response_mode of [undefined, 'query', 'fragment']) {
      const { headers } = await apple.ask({ response_mode });
      assert.match(headers.get('location') ?? '', /[?#]error=invalid_request/);
    }
  });

  test('user comes with the first approval only', async () => {
    const fresh = await Persona.start('apple');
    try {
      const user = (await posted({}, fresh)).get('user');
      assert.deepEqual(JSON.parse(user ?? ''), {
        name: { firstName: 'Alice', lastName: 'Liddell' },
        email: 'alice@example.com',
      });
      assert.equal((await posted({}, fresh)).has('user'), false);
    } finally {
      await fresh.close();
    }
  });

  test('redirect URIs are https, with a domain', async () => {
    const refused = [
      'https://localhost/cb',
      'https://127.0.0.1/cb',
      'https://[::1]/cb',
      'http://a.example/cb',
    ];
    apple.tenant.register({
      client_id: 'many',
      redirect_uris: [...refused, 'com.example.app:/cb', 'https://a.example/cb'],
    });
    const ask = (uri: string) => apple.ask({ client_id: 'many', redirect_uri: uri });
    for (const uri of [...refused, 'com.example.app:/cb']) {
      const { status, headers } = await ask(uri);
      assert.deepEqual([status, headers.get('location')], [400, null], uri);
    }
    assert.equal((await ask('https://a.example/cb')).status, 200);
  });

  test('a code lives five minutes, and is good once', async () => {
    const [request, late] = [await codeRequest(), await codeRequest()];
    assert.equal((await apple.token(request)).status, 200);
    assert.deepEqual((await apple.token(request)).body, { error: 'invalid_grant' });
    apple.tenant.clock.advance(301);
    const { status, body } = await apple.token(late);
    assert.equal(status, 400);
    assert.deepEqual(body, { error: 'invalid_grant' });
  });

  test('there is no userinfo endpoint, and a revocation endpoint', async () => {
    assert.equal(apple.tenant.endpointUrl('userinfo'), undefined);
    const { body } = await apple.token(await codeRequest());
    const { form } = apple.identified({ token: String(body.access_token) });
    assert.equal((await post(`${apple.provider.issuer}/auth/revoke`, form)).status, 200);
    assert.equal(await apple.opens(body.access_token), 401);
  });

  describe('client secret', () => {
    test('the tenant makes one for the client that it starts with', () => {
      const { alg, kid } = decodeProtectedHeader(apple.secret);
      assert.equal(alg, 'ES256');
      assert.equal(typeof kid, 'string');
      const { iss, sub, aud, iat = 0, exp = 0 } = decodeJwt(apple.secret);
      assert.deepEqual([iss, sub, aud], ['TEAMIDTEAM', 'demo', 'https://appleid.apple.com']);
      assert.equal(exp - iat, halfYear);
    });

    test('a client that brings a key signs its own', async () => {
      const own = await keyPair();
      const started = await withKey(own.jwk);
      try {
        const secret = await signed(own, {});
        const { status } = await redeem(started, secret);
        assert.equal(status, 200);
      } finally {
        await started.close();
      }
    });

    test('one that does not hold is invalid_client and nothing else', async () => {
      const [own, foreign] = [await keyPair(), await keyPair()];
      const started = await withKey(own.jwk);
      const now = Math.floor(Date.now() / 1000);
      const wrong: Record<string, string> = {
        'a text': 'demo-secret',
        'another key': await signed({ ...foreign, kid: own.kid }, {}),
        'no kid': await signed({ ...own, kid: undefined }, {}),
        'another team': await signed(own, { iss: 'OTHERTEAMS' }),
        'another client': await signed(own, { sub: 'other' }),
        'another audience': await signed(own, { aud: started.provider.issuer }),
        expired: await signed(own, { exp: now - 1 }),
        'no expiry': await signed(own, { exp: undefined }),
        'more than six months': await signed(own, { exp: now + halfYear + 60 }),
      };
      try {
        for (const [name, secret] of Object.entries(wrong)) {
          const { status, body } = await redeem(started, secret);
          assert.equal(status, 400, name);
          assert.deepEqual(body, { error: 'invalid_client' }, name);
        }
        assert.equal((await redeem(started, await signed(own, {}))).status, 200);
      } finally {
        await started.close();
      }
    });

    test('it ends after six months', async () => {
      const later = await Persona.start('apple');
      try {
        later.tenant.clock.advance(halfYear + 1);
        assert.deepEqual((await later.token(await codeRequest(later))).body, { error: 'invalid_client' });
      } finally {
        await later.close();
      }
    });

    const redeem = async (at: Persona, client_secret: string) =>
      at.token({ ...(await codeRequest(at)), client_secret }, 'body');
  });
});

interface OwnKey {
  privateKey: CryptoKey;
  kid: string | undefined;
  jwk: Record<string, unknown>;
}

async function keyPair(): Promise<OwnKey> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const kid = 'KEYIDKEYID';
  return { privateKey, kid, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256' } };
}

function withKey(jwk: Record<string, unknown>): Promise<Persona> {
  const client = { client_id: 'demo', redirect_uris: [redirect_uri], jwks: { keys: [jwk] } };
  return Persona.start('apple', {
    clients: [{ ...client, token_endpoint_auth_method: 'client_secret_post' }],
  });
}

function signed({ privateKey, kid }: OwnKey, changes: Record<string, unknown>): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const usual = {
    iss: 'TEAMIDTEAM',
    sub: 'demo',
    aud: 'https://appleid.apple.com',
    iat: now,
    exp: now + 3600,
  };
  const header = { alg: 'ES256', ...(kid === undefined ? {} : { kid }) };
  return new SignJWT({ ...usual, ...changes }).setProtectedHeader(header).sign(privateKey);
}
