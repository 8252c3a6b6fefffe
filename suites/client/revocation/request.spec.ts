import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { hasWorked } from '../../../fixtures/client/login.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { SeenRequest } from '../../../fixtures/client/seen-request.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';

test(
  'Logout revokes the refresh token with a proper request',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: [
      'RFC 7009 §2',
      'RFC 7009 §2.1',
      'RFC 6749 §2.3',
      'Harness policy (logout revokes the refresh token)',
    ],
    attack: 'A stolen or left-over refresh token stays valid after logout.',
    threats: ['RFC 6819 §4.1.2'],
    tested:
      'Logs in at a provider whose metadata name a revocation endpoint, logs out, and reads the requests.',
    fix: 'On logout, POST token=<refresh token> as a form to revocation_endpoint, with the client authentication of the token endpoint.',
    needs: ['client.revoke', 'client.owns-tokens'],
    negative: false,
  }),
  async ({ client, judge }) => {
    const { refreshToken, accessToken } = await client.logIn();
    const outcome = await client.revoke();
    const requests = client.provider.at('revocation');
    const [first] = requests;
    if (first === undefined && hasWorked(outcome))
      return judge.fail({
        expected: 'a revocation request',
        received: `none, though ${outcomeText(outcome)}`,
      });
    if (first === undefined)
      return judge.inconclusive('a revocation request', `none; ${outcomeText(outcome)}`);
    for (const request of requests) verifyShape(client, judge, request);
    verifyTokens(judge, requests, refreshToken, accessToken);
  },
);

function verifyShape(client: ClientUnderTest, judge: Judge, request: SeenRequest): void {
  const expected = 'a form POST with the token in its body and the client identified';
  const fail = (received: string) => judge.fail({ expected, received });
  if (request.method !== 'POST') fail(request.method);
  if (request.mediaType !== 'application/x-www-form-urlencoded') fail(request.mediaType || 'no Content-Type');
  if (request.query.size > 0) fail(`a query with ${[...request.query.keys()].join(', ')}`);
  if (!request.form.has('token')) fail('no parameter token');
  const identified =
    request.basicCredentials !== undefined ||
    request.form.has('client_id') ||
    request.form.has('client_assertion');
  if (!identified) fail('neither client_id nor client authentication');
  const { clientSecret } = client.configuration;
  const authenticated = request.basicCredentials !== undefined || request.form.has('client_secret');
  if (clientSecret !== undefined && !authenticated) fail('a confidential client without authentication');
}

function verifyTokens(
  judge: Judge,
  requests: readonly SeenRequest[],
  refreshToken: string | undefined,
  accessToken: string,
): void {
  const sent = requests.map(({ form }) => form.get('token'));
  const kinds = new Map([
    [refreshToken, 'refresh_token'],
    [accessToken, 'access_token'],
  ]);
  if (!sent.some((token) => token !== null && kinds.has(token)))
    judge.fail({ expected: 'the token that the client holds', received: 'another value' });
  if (refreshToken !== undefined && !sent.includes(refreshToken))
    judge.warn({ expected: 'the refresh token revoked', received: 'only the access token' });
  for (const { form } of requests) {
    const hint = form.get('token_type_hint');
    if (hint === null) judge.note('token_type_hint is left out, which is allowed (RFC 7009 §2.1)');
    else if (hint !== kinds.get(form.get('token') ?? ''))
      judge.warn({ expected: `a token_type_hint that fits`, received: hint.slice(0, 40) });
  }
}
