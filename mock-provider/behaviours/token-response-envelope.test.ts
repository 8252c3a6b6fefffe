import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Connection } from '../../connection/subject.js';
import { profileOfConnection } from '../index.js';
import { codeOf, play, redeem } from '../testing/token-requests.js';

const connection: Connection = {
  id: 'wrapping',
  provider: 'wrapping',
  title: 'A provider that wraps',
  auth: {
    type: 'oauth',
    authorizationUrl: 'https://as.example/authorize',
    tokenUrl: 'https://as.example/token',
    clientType: 'confidential',
  },
};

async function response(t: Parameters<typeof play>[0], envelope: Record<string, unknown>) {
  const behaviours = { 'token-response-envelope': envelope };
  const client = await play(t, { ...profileOfConnection(connection), behaviours });
  return { client, ...(await redeem(client, await codeOf(client), {}, 'basic')) };
}

test('all members stand in one, and others beside it', async (t) => {
  const { body, client } = await response(t, { within: 'data', beside: { code: 0, message: 'OK' } });
  const { data, ...beside } = body;
  assert.deepEqual(beside, { code: 0, message: 'OK' });
  const { access_token, token_type } = data as Record<string, unknown>;
  assert.deepEqual([await client.opens(access_token), token_type], [200, 'Bearer']);
});

test('members are renamed, and the status is another', async (t) => {
  const names = { access_token: 'token', refresh_token: 'refreshToken' };
  const { body, status } = await response(t, { names, status: 201 });
  assert.equal(status, 201);
  assert.deepEqual([typeof body.token, typeof body.refreshToken], ['string', 'string']);
  assert.deepEqual([body.access_token, body.refresh_token], [undefined, undefined]);
});

test('errors are as before', async (t) => {
  const { client } = await response(t, { within: 'data', status: 201 });
  const { status, body } = await redeem(client, 'made-up', {}, 'basic');
  assert.deepEqual([status, body.error], [400, 'invalid_grant']);
});

test('a connection that reads the access token elsewhere is answered there', async (t) => {
  const at = async (accessTokenPath: string) => {
    const auth = { ...connection.auth, tokenResponse: { accessTokenPath } };
    const client = await play(t, profileOfConnection({ ...connection, auth }));
    return (await redeem(client, await codeOf(client), {}, 'basic')).body;
  };
  const deep = (await at('data.tokens.token')) as { data: { tokens: Record<string, unknown> } };
  assert.equal(typeof deep.data.tokens.token, 'string');
  assert.equal(typeof (await at('token')).token, 'string');
});
