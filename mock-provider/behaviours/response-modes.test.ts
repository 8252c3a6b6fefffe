import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { Connection } from '../../connection/subject.js';
import { profileOfConnection } from '../index.js';
import { ask, play } from '../testing/token-requests.js';

const connection: Connection = {
  id: 'posting',
  provider: 'posting',
  title: 'A provider that posts',
  auth: {
    type: 'oauth',
    authorizationUrl: 'https://as.example/authorize',
    tokenUrl: 'https://as.example/token',
    scopes: ['name', 'plain'],
  },
};
const modes = { served: ['query', 'form_post'], formPostForScopes: ['name'] };
const profile = { ...profileOfConnection(connection), behaviours: { 'response-modes': modes } };

/** Hidden fields of a page, as a browser reads them. */
function fieldsOf(html: string): Record<string, string> {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#96': '`' };
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  const text = (value: string) => value.replace(/&([^;]+);/g, (_, name: string) => entities[name] ?? '?');
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [text(name), text(value)]));
}

test('form_post: a page whose one script is allowed by its hash, and nothing that was sent is markup', async (t) => {
  const client = await play(t, profile);
  const state = '"><script>alert(1)</script>\'&`';
  const { status, headers, text } = await ask(client, { response_mode: 'form_post', state });
  assert.equal(status, 200);
  assert.deepEqual(Object.keys(fieldsOf(text)), ['code', 'state']);
  assert.equal(fieldsOf(text).state, state);
  const scripts = [...text.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script = '']) => script);
  assert.equal(scripts.length, 1);
  const hash = createHash('sha256')
    .update(scripts[0] ?? '')
    .digest('base64');
  const policy = headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'/);
  assert.ok(policy.includes(`script-src 'sha256-${hash}'`));
  assert.ok(policy.includes("form-action 'self' http://127.0.0.1:8765"));
  assert.deepEqual([headers.get('cache-control'), headers.get('x-frame-options')], ['no-store', 'DENY']);
});

test('form_post: errors are posted too, a mode that is not served is told in the query', async (t) => {
  const client = await play(t, profile);
  const posted = await ask(client, { response_mode: 'form_post', response_type: 'token' });
  assert.deepEqual([posted.status, posted.location], [200, undefined]);
  const { error, state } = fieldsOf(posted.text);
  assert.deepEqual([error, state], ['unsupported_response_type', 'the-state-of-a-login']);
  const { location } = await ask(client, { response_mode: 'fragment' });
  assert.equal(location?.searchParams.get('error'), 'invalid_request');
});

test('a scope may be granted by form_post only; without response_mode it is query', async (t) => {
  const client = await play(t, profile);
  const refused = await ask(client, { scope: 'name plain' });
  assert.equal(refused.location?.searchParams.get('error'), 'invalid_request');
  const allowed = await ask(client, { scope: 'plain' });
  assert.ok(allowed.location?.searchParams.has('code'));
});
