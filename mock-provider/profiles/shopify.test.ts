import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { Persona } from '../testing/persona.js';
import { post, send } from '../testing/relying-party.js';

/** As the provider's documentation tells clients to compute it. */
function hmacOf(parameters: URLSearchParams, secret: string): string {
  const others = [...parameters].filter(([name]) => name !== 'hmac').sort(([a], [b]) => (a < b ? -1 : 1));
  const message = others.map(([name, value]) => `${name}=${value}`).join('&');
  return createHmac('sha256', secret).update(message).digest('hex');
}

describe('shopify', () => {
  let shopify: Persona;
  before(async () => {
    shopify = await Persona.start('shopify');
  });
  after(() => shopify.close());

  const redeem = (code: string, more: Record<string, string> = {}) =>
    post(shopify.endpoint('token'), { client_id: 'demo', client_secret: shopify.secret, code, ...more });
  const newCode = async () => (await shopify.callback()).get('code') ?? '';

  test('the documented example of a signature', () => {
    const query =
      'code=0907a61c0c8d55e99db179b68161bc00&shop=some-shop.myshopify.com&state=0.6784241404160823&timestamp=1337178173';
    const hmac = '700e2dadb827fcc8609e9d5ce208b2e9cdaab9df07390d2cbca10d7c328fc4bf';
    assert.equal(hmacOf(new URLSearchParams(query), 'hush'), hmac);
  });

  test('a successful callback is signed by the client secret', async () => {
    const callback = await shopify.callback({ state: '0.6784241404160823' });
    assert.deepEqual([...callback.keys()].sort(), ['code', 'hmac', 'host', 'shop', 'state', 'timestamp']);
    assert.equal(callback.get('shop'), 'some-shop.myshopify.com');
    const age = shopify.tenant.clock.now() - Number(callback.get('timestamp'));
    assert.equal(age >= 0 && age < 5, true);
    const host = Buffer.from(callback.get('host') ?? '', 'base64').toString();
    assert.equal(host, 'admin.shopify.com/store/some-shop');
    assert.match(callback.get('hmac') ?? '', /^[0-9a-f]{64}$/);
    assert.equal(callback.get('hmac'), hmacOf(callback, shopify.secret));
  });

  test('the signature covers state and code', async () => {
    const callback = await shopify.callback();
    for (const name of ['code', 'state', 'shop', 'timestamp', 'host']) {
      const changed = new URLSearchParams(callback);
      changed.set(name, `${callback.get(name)}x`);
      assert.notEqual(callback.get('hmac'), hmacOf(changed, shopify.secret), name);
    }
  });

  test('a refusal is not signed', async () => {
    const callback = await shopify.callback({ scope: 'x' });
    assert.deepEqual([...callback.keys()].sort(), ['error', 'error_description', 'state']);
  });

  test('a code is redeemed without grant_type, for access_token and scope', async () => {
    const { status, body } = await redeem(await newCode());
    assert.equal(status, 200);
    assert.deepEqual(Object.keys(body).sort(), ['access_token', 'scope']);
    assert.match(String(body.access_token), /^shpat_/);
    assert.equal(body.scope, 'read_products,write_orders');
  });

  test('scopes are separated by commas', async () => {
    const code = (await shopify.callback({ scope: 'read_products' })).get('code') ?? '';
    assert.equal((await redeem(code)).body.scope, 'read_products');
    assert.equal(
      (await shopify.callback({ scope: 'read_products write_orders' })).get('error'),
      'invalid_scope',
    );
  });

  test('a code that is unknown or used is invalid_request', async () => {
    const code = await newCode();
    await redeem(code);
    for (const answer of [await redeem(code), await redeem('x')]) {
      assert.equal(answer.status, 400);
      assert.deepEqual(answer.body, {
        error: 'invalid_request',
        error_description: 'The authorization code was not found or was already used',
      });
    }
  });

  test('a wrong secret gets no token', async () => {
    const { status, body } = await redeem(await newCode(), { client_secret: 'x' });
    assert.deepEqual([status, body.error], [401, 'invalid_client']);
  });

  test('the API takes tokens in a header of its own, not as Bearer', async () => {
    const { body } = await redeem(await newCode());
    const token = String(body.access_token);
    const ask = async (headers: Record<string, string>) =>
      (await send(`${shopify.provider.issuer}/resource`, { headers })).status;
    assert.equal(await ask({ 'X-Shopify-Access-Token': token }), 200);
    assert.equal(await ask({ 'X-Shopify-Access-Token': 'x' }), 401);
    assert.equal(await ask({ authorization: `Bearer ${token}` }), 401);
    assert.equal(await ask({}), 401);
  });

  test('there is nothing to refresh', async () => {
    const { body } = await redeem('', { grant_type: 'refresh_token', refresh_token: 'x' });
    assert.equal(body.error, 'invalid_grant');
  });
});
