import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { holds } from './front-channel-secrets.js';

// With characters that are encoded in a query, and some that base64 turns into + and /.
const secret = 'a+b/c=d?e>f~~secret>>??value';
const url = (state: string) => `http://127.0.0.1/authorize?state=${state}&scope=read`;

describe('a secret in a URL is found', () => {
  const spellings = {
    'as it is': secret,
    'percent-encoded': encodeURIComponent(secret),
    'percent-encoded twice': encodeURIComponent(encodeURIComponent(secret)),
    'in base64': encodeURIComponent(Buffer.from(secret).toString('base64')),
    'in base64url': Buffer.from(secret).toString('base64url'),
  };
  for (const [how, spelling] of Object.entries(spellings))
    test(how, () => assert.ok(holds(url(spelling), secret)));

  for (const before of ['x', 'xy', 'xyz', '{"verifier":"'])
    test(`in base64 behind ${before.length} other bytes`, () => {
      const packed = Buffer.from(`${before}${secret}"}`);
      assert.ok(holds(url(packed.toString('base64url')), secret));
      assert.ok(holds(url(encodeURIComponent(packed.toString('base64'))), secret));
    });
});

test('another value is not taken for it, and a malformed URL is searched all the same', () => {
  const other = Buffer.from(secret.replace('secret', 'Secret')).toString('base64url');
  assert.equal(holds(url(other), secret), false);
  assert.equal(holds(url(secret.slice(0, -1)), secret), false);
  assert.ok(holds(url(`%ZZ${secret}`), secret));
});
