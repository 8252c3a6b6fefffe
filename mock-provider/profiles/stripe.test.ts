import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Persona } from '../testing/persona.js';
import { post, redirectUri } from '../testing/relying-party.js';
import { ask, codeOf, play, redeem } from '../testing/token-requests.js';

const account = 'acct_1A2B3C4D5E6F7G8H';

test('the success names the account, and has no expiry', async (t) => {
  const stripe = await play(t, 'stripe');
  const { status, body } = await redeem(stripe, await codeOf(stripe));
  const { access_token, refresh_token, ...rest } = body;
  assert.equal(status, 200);
  assert.deepEqual([typeof access_token, typeof refresh_token], ['string', 'string']);
  assert.deepEqual(rest, {
    token_type: 'bearer',
    scope: 'read_write',
    livemode: false,
    stripe_publishable_key: 'pk_test_demo',
    stripe_user_id: account,
  });
});

test('the secret key alone says who calls: as client_secret, or as bearer token', async (t) => {
  const stripe = await play(t, 'stripe');
  assert.equal((await redeem(stripe, await codeOf(stripe), { client_id: undefined })).status, 200);
  const byKey = async (key: string) => {
    const form = { grant_type: 'authorization_code', code: await codeOf(stripe), redirect_uri: redirectUri };
    return post(stripe.endpoint('token'), form, { authorization: `Bearer ${key}` });
  };
  assert.equal((await byKey(stripe.secret)).status, 200);
  const wrong = await byKey('sk_wrong');
  assert.deepEqual([wrong.status, wrong.body.error], [401, 'invalid_client']);
  const other = await redeem(stripe, await codeOf(stripe), {
    client_id: undefined,
    client_secret: 'sk_wrong',
  });
  assert.deepEqual([other.status, other.body.error], [401, 'invalid_client']);
});

test('without redirect_uri the response goes to the first registered one; a given one is exact', async (t) => {
  const redirects = ['https://app.example/first', 'https://app.example/second'];
  const client = { client_id: 'demo', client_secret: 'sk_two', redirect_uris: redirects };
  const stripe = await play(t, 'stripe', { clients: [client] });
  const omitted = await ask(stripe, { redirect_uri: undefined });
  assert.equal(`${omitted.location?.origin}${omitted.location?.pathname}`, redirects[0]);
  const code = omitted.location?.searchParams.get('code') ?? '';
  assert.equal((await redeem(stripe, code, { redirect_uri: undefined })).status, 200);
  const second = await ask(stripe, { redirect_uri: redirects[1] });
  assert.equal(second.location?.pathname, '/second');
  const below = await ask(stripe, { redirect_uri: `${redirects[1]}/below` });
  assert.deepEqual([below.status, below.location], [400, undefined]);
});

test('a code that comes twice ends all of its tokens, and the answer says so', async (t) => {
  const stripe = await play(t, 'stripe');
  const code = await codeOf(stripe);
  const { body } = await redeem(stripe, code);
  assert.equal(await stripe.opens(body.access_token), 200);
  const again = await redeem(stripe, code);
  assert.equal(again.status, 400);
  assert.deepEqual(again.body, {
    error: 'invalid_grant',
    error_description:
      'This authorization code has already been used. All tokens issued with this code have been revoked.',
  });
  assert.equal(await stripe.opens(body.access_token), 401);
  assert.equal((await stripe.refresh(body.refresh_token)).body.error, 'invalid_grant');
});

test('deauthorize ends the connection of an account, and refuses one that there is not', async (t) => {
  const stripe = await play(t, 'stripe');
  const { body } = await redeem(stripe, await codeOf(stripe));
  const done = await deauthorize(stripe, account);
  assert.deepEqual([done.status, done.body], [200, { stripe_user_id: account }]);
  assert.equal(await stripe.opens(body.access_token), 401);
  assert.equal((await stripe.refresh(body.refresh_token)).status, 400);
  for (const id of [account, 'acct_other']) {
    const refused = await deauthorize(stripe, id);
    assert.equal(refused.status, 401);
    assert.deepEqual(refused.body, {
      error: 'invalid_client',
      error_description: `This application is not connected to stripe account ${id}, or that account does not exist.`,
    });
  }
});

test('a refresh yields an access token of the same account', async (t) => {
  const stripe = await play(t, 'stripe');
  const first = await redeem(stripe, await codeOf(stripe, { redirect_uri: redirectUri }));
  const { status, body } = await stripe.refresh(first.body.refresh_token, { client_id: undefined });
  assert.deepEqual([status, body.stripe_user_id], [200, account]);
  assert.notEqual(body.access_token, first.body.access_token);
});

function deauthorize(stripe: Persona, stripe_user_id: string) {
  const headers = { authorization: `Bearer ${stripe.secret}` };
  const form = { client_id: 'demo', stripe_user_id };
  return post(`${stripe.provider.issuer}/oauth/deauthorize`, form, headers);
}
