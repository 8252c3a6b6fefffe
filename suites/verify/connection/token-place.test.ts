import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatOf, tokenPath } from './token-place.js';

function answer(body: string, contentType = 'application/json') {
  return { url: '', status: 200, headerLines: [['content-type', contentType] as [string, string]], body };
}

test('the format is that of the body, whatever its type says', () => {
  assert.equal(formatOf(answer('{"access_token":"t"}', 'text/html')), 'json');
  assert.equal(formatOf(answer('access_token=t&scope=a', 'text/plain')), 'form');
  assert.equal(formatOf(answer('<OAuth/>', 'application/xml')), 'application/xml');
  assert.equal(formatOf(answer('', '')), 'neither');
});

test('the declared place counts if a token is there', () => {
  const nested = answer('{"access_token":"one","authed_user":{"access_token":"two"}}');
  assert.equal(tokenPath(nested, 'authed_user.access_token'), 'authed_user.access_token');
  assert.equal(tokenPath(nested, 'access_token'), 'access_token');
});

test('else the first place that has one is told', () => {
  assert.equal(tokenPath(answer('{"data":{"access_token":"t"}}'), 'access_token'), 'data.access_token');
  assert.equal(tokenPath(answer('{"accessToken":"t"}'), 'access_token'), 'accessToken');
  assert.equal(tokenPath(answer('access_token=t', 'text/plain'), 'token'), 'access_token');
});

test('what is blank, no text or missing is no token', () => {
  for (const body of ['{"access_token":"  "}', '{"access_token":1}', '{"access_token":null}', '{}', 'no'])
    assert.equal(tokenPath(answer(body), 'access_token'), undefined, body);
});
