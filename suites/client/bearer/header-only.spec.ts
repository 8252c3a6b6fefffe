import type { SeenRequest } from '../../../fixtures/client/seen-request.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';

test(
  'Tokens travel in the Authorization header, never in a URL',
  requirement({
    level: 'MUST NOT',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6750 §2', 'RFC 6750 §2.1', 'RFC 6750 §2.3', 'RFC 9700 §4.3.2', 'OAuth 2.1 draft-16 §5.1'],
    attack: 'Tokens are read from logs, browser history, referrers and caches.',
    threats: ['RFC 9700 §4.3.2', 'RFC 6819 §4.6.6', 'RFC 6819 §4.6.7'],
    tested:
      'Reads GET and POST resource requests, and userinfo requests if there are any, for where the token stands.',
    fix: 'Send the access token as "Authorization: Bearer …" and nowhere else.',
    needs: ['client.call'],
    negative: false,
  }),
  async ({ client, judge }) => {
    const { accessToken } = await client.logIn();
    await client.call();
    await client.call({ method: 'POST', body: 'probe' });
    const requests = [...client.provider.at('resource'), ...client.provider.at('userinfo')];
    const carrying = requests.filter((request) => request.carries(accessToken));
    if (carrying.length === 0)
      judge.inconclusive('a resource request with the access token', `${requests.length}, none with it`);
    for (const request of carrying) verifyPlace(judge, request, accessToken);
  },
);

function verifyPlace(judge: Judge, request: SeenRequest, token: string): void {
  const places = {
    'the Authorization header': request.bearerToken === token,
    'the URL': request.url.includes(token),
    'a cookie': request.header('cookie')?.includes(token) ?? false,
    'the body': request.body.includes(token),
  };
  const found = Object.entries(places).flatMap(([place, holds]) => (holds ? [place] : []));
  const expected = 'the token in the Authorization header (scheme Bearer) and nowhere else';
  const received = `${request.method} ${request.endpoint} with it in ${found.join(' and ') || 'another header'}`;
  if (found.join() === 'the Authorization header') return;
  // RFC 6750 §2.2 describes this way; OAuth 2.1 has dropped it.
  const isForm = request.method === 'POST' && request.form.has('access_token');
  if (found.join() === 'the body' && isForm) judge.warn({ expected, received });
  else judge.fail({ expected, received });
}
