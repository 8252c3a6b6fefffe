import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadFault } from './fault.js';
import { faultIds, startMockProvider } from './index.js';
import { codeRequest, post, send, tokens } from './testing/relying-party.js';

async function automatic(t: { after: (fn: () => Promise<void>) => void }) {
  const provider = await startMockProvider({ approval: 'automatic' });
  t.after(() => provider.close());
  return provider;
}

test('every fault loads and says its deviation', async () => {
  for (const id of faultIds()) assert.ok((await loadFault(id)).deviation.length > 10, id);
});

test('a fault asked for once plays once, in the order of asking', async (t) => {
  const { issuer, defaultTenant } = await automatic(t);
  await defaultTenant.playOnce('answer-429');
  await defaultTenant.playOnce('answer-503');
  const statuses = [];
  for (let i = 0; i < 3; i++) statuses.push((await send(`${issuer}/jwks`)).status);
  assert.deepEqual(statuses, [429, 503, 200]);
});

test('a fault asked for once at a path waits for it, and preflights do not use it up', async (t) => {
  const { issuer, defaultTenant } = await automatic(t);
  await defaultTenant.playOnce('answer-429', '/token');
  const request = await codeRequest(issuer);
  assert.equal((await send(`${issuer}/token`, { method: 'OPTIONS' })).status, 204);
  assert.deepEqual(defaultTenant.plannedFaults, [{ fault: 'answer-429', path: '/token' }]);
  const first = await post(`${issuer}/token`, request);
  assert.deepEqual([first.status, first.headers.get('retry-after')], [429, '1']);
  assert.equal(defaultTenant.journal.entries().at(-1)?.decidedBy, 'transport');
  assert.equal((await post(`${issuer}/token`, request)).status, 200, 'the code was not used up');
});

test('delay, stall and close-socket act on the answer', async (t) => {
  const { issuer, defaultTenant } = await automatic(t);
  await defaultTenant.playOnce('delay');
  const start = performance.now();
  assert.equal((await send(`${issuer}/jwks`)).status, 200);
  assert.ok(performance.now() - start >= 1400);
  await defaultTenant.playOnce('close-socket');
  await assert.rejects(send(`${issuer}/jwks`), /fetch failed/);
  await defaultTenant.playOnce('stall');
  await assert.rejects(send(`${issuer}/jwks`, { signal: AbortSignal.timeout(300) }), /timeout/i);
  assert.equal((await send(`${issuer}/jwks`)).status, 200);
});

test('the faults of the token endpoint deviate there and nowhere else', async (t) => {
  const { issuer, defaultTenant } = await automatic(t);
  const answers: Record<string, [number, string | null]> = {
    'token-redirect': [307, null],
    'token-non-json': [200, 'text/html; charset=utf-8'],
    'token-error-200': [200, 'application/json'],
  };
  for (const [fault, [status, type]] of Object.entries(answers)) {
    await defaultTenant.play([fault]);
    const answer = await post(`${issuer}/token`, await codeRequest(issuer));
    assert.deepEqual([answer.status, answer.headers.get('content-type')], [status, type], fault);
    assert.equal(answer.body.access_token, undefined);
  }
  await defaultTenant.play([]);
  assert.ok((await tokens(issuer)).access_token);
});

test('closing the provider ends stalled connections at once', async () => {
  const provider = await startMockProvider({ faults: ['stall'] });
  const pending = send(`${provider.issuer}/jwks`).catch(() => 'ended');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const start = performance.now();
  await provider.close();
  assert.equal(await pending, 'ended');
  assert.ok(performance.now() - start < 500);
});
