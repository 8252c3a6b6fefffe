import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Persona } from '../testing/persona.js';
import { newVerifier, redirectUri } from '../testing/relying-party.js';
import { ask, codeOf, play, redeem } from '../testing/token-requests.js';

const mail = 'https://graph.microsoft.com/mail.read';
const user = 'https://graph.microsoft.com/user.read';

test('a refresh token needs offline_access; access tokens live 3599 seconds', async (t) => {
  const entra = await play(t, 'entra');
  const online = await redeem(entra, await codeOf(entra, { scope: mail }));
  assert.equal('refresh_token' in online.body, false);
  const { body } = await redeem(entra, await codeOf(entra));
  assert.deepEqual([body.token_type, body.expires_in, typeof body.refresh_token], ['Bearer', 3599, 'string']);
  assert.equal((await entra.refresh(body.refresh_token)).status, 200);
});

test('the token request may name scopes, of those that were granted', async (t) => {
  const entra = await play(t, 'entra');
  const { body } = await redeem(entra, await codeOf(entra, { scope: `${mail} ${user}` }), { scope: mail });
  assert.equal(body.scope, mail);
  const more = await redeem(entra, await codeOf(entra, { scope: mail }), { scope: user });
  assert.deepEqual([more.status, more.body.error], [400, 'invalid_scope']);
});

test('errors have numbers, a time and identifiers, all in the description too', async (t) => {
  const entra = await play(t, 'entra');
  entra.tenant.clock.freeze();
  const [date, time] = new Date(entra.tenant.clock.now() * 1000).toISOString().split(/[T.]/);
  const { status, body } = await redeem(entra, await codeOf(entra, { scope: mail }), { scope: user });
  const { trace_id, correlation_id, ...rest } = body;
  assert.equal(status, 400);
  for (const id of [trace_id, correlation_id])
    assert.match(String(id), /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/);
  assert.notEqual(trace_id, correlation_id);
  assert.deepEqual(rest, {
    error: 'invalid_scope',
    error_description: `AADSTS70011: The provided value for the input parameter 'scope' is not valid.\r\nTrace ID: ${trace_id}\r\nCorrelation ID: ${correlation_id}\r\nTimestamp: ${date} ${time}Z`,
    error_codes: [70011],
    timestamp: `${date} ${time}Z`,
    error_uri: 'https://login.microsoftonline.com/error?code=70011',
  });
});

test('a used code, a wrong secret and an unknown grant type have their own numbers', async (t) => {
  const entra = await play(t, 'entra');
  const code = await codeOf(entra);
  await redeem(entra, code);
  const told = async (answer: ReturnType<Persona['token']>) => {
    const { status, body } = await answer;
    return [status, body.error, body.error_codes];
  };
  assert.deepEqual(await told(redeem(entra, code)), [400, 'invalid_grant', [54005]]);
  assert.deepEqual(await told(redeem(entra, code, { client_secret: 'wrong' })), [
    401,
    'invalid_client',
    [7000215],
  ]);
  assert.deepEqual(await told(redeem(entra, 'made-up')), [400, 'invalid_grant', [70000]]);
  assert.deepEqual(await told(entra.refresh('made-up')), [400, 'invalid_grant', [70000]]);
  assert.deepEqual(await told(entra.token({ grant_type: 'x' })), [400, 'unsupported_grant_type', [70003]]);
});

test('a challenge may be plain, which one without method is', async (t) => {
  const entra = await play(t, 'entra');
  const { code_verifier, code_challenge } = newVerifier();
  const s256 = { code_challenge, code_challenge_method: 'S256' };
  const plain = { code_challenge: code_verifier, code_challenge_method: 'plain' };
  const unnamed = { code_challenge: code_verifier };
  for (const challenge of [s256, plain, unnamed]) {
    const code = await codeOf(entra, challenge);
    assert.equal((await redeem(entra, code, { code_verifier })).status, 200);
    const other = await redeem(entra, await codeOf(entra, challenge), { code_verifier: 'x'.repeat(43) });
    assert.deepEqual([other.status, other.body.error], [400, 'invalid_grant']);
  }
});

test('the response comes in the query, the fragment, or a form that the browser posts', async (t) => {
  const entra = await play(t, 'entra');
  const { location: query } = await ask(entra, { response_mode: 'query' });
  assert.ok(query?.searchParams.has('code'));
  const { location: fragment } = await ask(entra, { response_mode: 'fragment' });
  assert.deepEqual(
    [fragment?.search, /^#code=[^&]+&state=the-state-of-a-login$/.test(fragment?.hash ?? '')],
    ['', true],
  );
  const posted = await ask(entra, { response_mode: 'form_post' });
  assert.deepEqual([posted.status, posted.location], [200, undefined]);
  assert.ok(posted.text.includes(`<form method="post" action="${redirectUri}">`));
  const code = /name="code" value="([^"]+)"/.exec(posted.text)?.[1] ?? '';
  assert.equal((await redeem(entra, code)).status, 200);
});

test('a code lives ten minutes', async (t) => {
  const entra = await play(t, 'entra');
  entra.tenant.clock.freeze();
  const [early, late] = [await codeOf(entra), await codeOf(entra)];
  entra.tenant.clock.advance(599);
  assert.equal((await redeem(entra, early)).status, 200);
  entra.tenant.clock.advance(1);
  assert.equal((await redeem(entra, late)).body.error, 'invalid_grant');
});
