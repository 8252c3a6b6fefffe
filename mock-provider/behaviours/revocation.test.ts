import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Profile } from '../profile.js';
import { profileIn } from '../profile.js';
import { Persona } from '../testing/persona.js';
import { post, send } from '../testing/relying-party.js';

/** A provider that is strict but for its revocation. */
async function provider(t: TestContext, revocation: Record<string, unknown>): Promise<Persona> {
  const profile: Profile = profileIn('own', {
    connection: {
      id: 'own',
      provider: 'own',
      title: 'Own provider',
      auth: {
        type: 'oauth',
        authorizationUrl: 'https://provider.example/authorize',
        tokenUrl: 'https://provider.example/token',
        clientAuthentication: 'client_secret_post',
        scopes: ['read'],
      },
    },
    sources: ['made up'],
    behaviours: { revocation: { path: '/end', ...revocation } },
  });
  const persona = await Persona.start(profile);
  t.after(() => persona.close());
  return persona;
}

async function grant(own: Persona): Promise<{ access: string; refresh: string }> {
  const { body } = await own.redeemed();
  return { access: String(body.access_token), refresh: String(body.refresh_token) };
}

const asBearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

test('the token may be that of the Authorization header, without a body', async (t) => {
  const own = await provider(t, {
    methods: ['POST'],
    tokenIn: ['bearer'],
    answer: { status: 200, body: null },
    unknown: { status: 401, body: { error: 'invalid_access_token' } },
  });
  const { access, refresh } = await grant(own);
  const end = () => send(own.endpoint('revocation'), { method: 'POST', ...asBearer(access) });
  const first = await end();
  assert.deepEqual([first.status, first.text], [200, 'null']);
  assert.equal(await own.opens(access), 401);
  assert.equal((await own.refresh(refresh)).status, 200);
  const second = await end();
  assert.deepEqual([second.status, second.body], [401, { error: 'invalid_access_token' }]);
  assert.equal((await send(own.endpoint('revocation'), asBearer(access))).status, 405);
  assert.equal((await post(own.endpoint('revocation'), {})).status, 401);
});

test('the token may be in the query, and end its whole grant', async (t) => {
  const unknown = { status: 400, body: { error: 'invalid_token', given: '{token}' } };
  const own = await provider(t, { tokenIn: ['query'], authentication: 'none', ends: 'grant', unknown });
  const [first, second] = [await grant(own), await grant(own)];
  const end = (token: string) =>
    send(`${own.endpoint('revocation')}?${new URLSearchParams({ token })}`, { method: 'POST' });
  assert.equal((await end(first.access)).status, 200);
  assert.equal((await own.refresh(first.refresh)).body.error, 'invalid_grant');
  assert.equal(await own.opens(second.access), 200);
  assert.deepEqual((await end('made-up')).body, { error: 'invalid_token', given: 'made-up' });
  assert.equal((await end(first.refresh)).status, 400);
});

test('an account may be named in place of a token; all that it granted to the client ends', async (t) => {
  const own = await provider(t, {
    parameter: 'account_id',
    account: 'acct_1',
    ends: 'every-grant',
    answer: { status: 200, body: { account_id: '{token}' } },
    unknown: { status: 401, body: { error: 'invalid_client' } },
  });
  const grants = [await grant(own), await grant(own)];
  const end = (account_id: string) => {
    const { form } = own.identified({ account_id });
    return post(own.endpoint('revocation'), form);
  };
  assert.equal((await post(own.endpoint('revocation'), { account_id: 'acct_1' })).status, 401);
  assert.equal((await end('acct_2')).status, 401);
  for (const { access } of grants) assert.equal(await own.opens(access), 200);
  assert.deepEqual((await end('acct_1')).body, { account_id: 'acct_1' });
  for (const { access, refresh } of grants) {
    assert.equal(await own.opens(access), 401);
    assert.equal((await own.refresh(refresh)).body.error, 'invalid_grant');
  }
  assert.equal((await end('acct_1')).status, 401);
});

test('by RFC 7009 where nothing else is said, but for where it is', async (t) => {
  const own = await provider(t, {});
  const { access, refresh } = await grant(own);
  const { form } = own.identified({ token: refresh });
  assert.equal((await post(own.endpoint('revocation'), { token: refresh })).status, 401);
  assert.equal((await post(own.endpoint('revocation'), form)).status, 200);
  assert.equal(await own.opens(access), 401);
  assert.equal(
    (await post(own.endpoint('revocation'), own.identified({ token: 'made-up' }).form)).status,
    200,
  );
});
