import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Clock } from './clock.js';
import { startMockProvider } from './index.js';
import { codeRequest, post, send, tokens } from './testing/relying-party.js';

test('a frozen clock stands still, can be advanced, and runs on from where it stands', () => {
  const clock = new Clock();
  clock.freeze();
  const { now } = clock.state();
  clock.advance(100);
  assert.equal(clock.now(), now + 100);
  assert.equal(clock.state().frozen, true);
  clock.resume();
  assert.ok(clock.now() >= now + 100);
  assert.equal(clock.state().frozen, false);
});

test('the clock refuses to run backwards or by fractions', () => {
  for (const seconds of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
    assert.throws(() => new Clock().advance(seconds), RangeError);
});

test('a code, an access token and a refresh token expire at their second, not before', async (t) => {
  const lifetimes = { code: 60, accessToken: 300, refreshToken: 900 };
  const provider = await startMockProvider({ approval: 'automatic', lifetimes });
  t.after(() => provider.close());
  const { issuer, defaultTenant } = provider;
  defaultTenant.clock.freeze();
  const [early, late] = [await codeRequest(issuer), await codeRequest(issuer)];
  defaultTenant.clock.advance(59);
  assert.equal((await post(`${issuer}/token`, early)).status, 200);
  defaultTenant.clock.advance(1);
  assert.equal((await post(`${issuer}/token`, late)).body.error, 'invalid_grant');

  const { access_token, refresh_token } = await tokens(issuer);
  const call = () => send(`${issuer}/resource`, { headers: { authorization: `Bearer ${access_token}` } });
  defaultTenant.clock.advance(299);
  assert.equal((await call()).status, 200);
  defaultTenant.clock.advance(1);
  const refused = await call();
  assert.equal(refused.status, 401);
  assert.match(refused.headers.get('www-authenticate') ?? '', /error="invalid_token"/);

  defaultTenant.clock.advance(600);
  const refresh = { grant_type: 'refresh_token', client_id: 'demo', refresh_token };
  assert.equal((await post(`${issuer}/token`, refresh)).body.error, 'invalid_grant');
});

test('tenants have each a clock of their own', async (t) => {
  const provider = await startMockProvider();
  t.after(() => provider.close());
  const other = await provider.addTenant({ name: 'other' });
  other.clock.advance(1000);
  assert.ok(other.clock.now() - provider.defaultTenant.clock.now() >= 999);
});
