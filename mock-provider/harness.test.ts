import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startMockProvider, type WireExchange } from './index.js';
import { authorizationParameters, codeRequest, post, send } from './testing/relying-party.js';

/** What a harness in the same process needs of a provider beyond what any client sees. */
async function automatic(t: { after: (fn: () => Promise<void>) => void }) {
  const provider = await startMockProvider({ approval: 'automatic' });
  t.after(() => provider.close());
  return provider;
}

test('a silenced tenant refuses connections, and serves again on the port that it had', async (t) => {
  const provider = await automatic(t);
  const { issuer, name } = await provider.addTenant({ name: 'shy' });
  assert.equal((await send(`${issuer}/jwks`)).status, 200);
  await provider.silence(name);
  await assert.rejects(fetch(`${issuer}/jwks`), ({ cause }: Error) => /ECONNREFUSED/.test(String(cause)));
  await provider.resume(name);
  assert.equal((await send(`${issuer}/jwks`)).status, 200);
  await assert.rejects(provider.silence('nobody'), /unknown tenant/);
});

test('hanging up ends what is in flight', async (t) => {
  const provider = await automatic(t);
  const tenant = await provider.addTenant({ name: 'rude', faults: ['stall'] });
  const pending = send(`${tenant.issuer}/jwks`).then(
    () => 'answered',
    () => 'ended',
  );
  await new Promise((resolve) => setTimeout(resolve, 50));
  provider.hangUp('rude');
  assert.equal(await pending, 'ended');
});

test('the wire is seen as it is, secrets included, and with the answer', async (t) => {
  const { issuer, defaultTenant } = await automatic(t);
  const request = await codeRequest(issuer);
  const seen: WireExchange[] = [];
  defaultTenant.onWire = (exchange) => seen.push(exchange);
  await post(`${issuer}/token`, request);
  const [exchange] = seen;
  assert.equal(exchange?.request.path, '/token');
  assert.match(exchange?.request.body ?? '', new RegExp(`code=${request.code}`));
  assert.equal(exchange?.reply?.status, 200);
  assert.deepEqual(exchange?.waived, []);
  assert.ok((exchange?.answeredAt ?? 0) >= (exchange?.arrivedAt ?? 0));
});

test('an intercepted request waits for its harness', async (t) => {
  const { issuer, defaultTenant } = await automatic(t);
  defaultTenant.intercept = ({ path }) =>
    path === '/authorize' ? Promise.resolve({ status: 418, headers: {}, body: 'held' }) : undefined;
  assert.equal((await send(`${issuer}/authorize`)).status, 418);
  assert.equal((await send(`${issuer}/jwks`)).status, 200);
});

test('a waived check lets pass what the strict server refuses, and says what it was', async (t) => {
  const { issuer, defaultTenant } = await automatic(t);
  const url = `${issuer}/authorize?${authorizationParameters({
    code_challenge: undefined,
    code_challenge_method: undefined,
  })}`;
  const strict = await send(url);
  assert.match(strict.headers.get('location') ?? '', /error=invalid_request/);
  await defaultTenant.play(['waive-challenge']);
  const seen: WireExchange[] = [];
  defaultTenant.onWire = (exchange) => seen.push(exchange);
  const lenient = await send(url);
  assert.match(lenient.headers.get('location') ?? '', /[?&]code=/);
  assert.deepEqual(seen[0]?.waived, ['code_challenge is missing']);
});
