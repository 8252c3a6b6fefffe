import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { grantsIn, verifyErrorResponse } from '../../verify/authorization-response.js';
import { verifyRefusalPage } from '../../verify/refusal-page.js';

const expected = 'error=invalid_request at the redirect URI, or a page of the server, and no code';

test(
  'A public client without code_challenge gets no code',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 9700 §2.1.1', 'OAuth 2.1 draft-16 §4.1.2.1', 'RFC 8252 §8.1', 'RFC 7636 §4.4.1'],
    attack: 'Stolen codes of a public client can be redeemed by anybody, or injected into another login.',
    threats: ['RFC 9700 §4.2.1', 'RFC 9700 §4.3.1', 'RFC 9700 §4.5', 'RFC 6819 §4.4.1.1'],
    tested:
      'Sends a request of a public client, correct but for the missing code_challenge, and logs in if asked.',
    fix: 'Answer a public client that sends no code_challenge with invalid_request.',
    needs: ['as.code', 'cfg.public-client', 'cfg.login'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
    client: 'public-client',
  }),
  async ({ server, judge }) => {
    const request = server.authorizationRequest({
      code_challenge: undefined,
      code_challenge_method: undefined,
    });
    const userAgent = server.newUserAgent();
    const opened = await server.open(request, userAgent);
    const landing = await server.signIn(opened, userAgent);
    // OAuth 2.0 obliges the client only (RFC 9700 §2.1.1).
    if (grantsIn(landing).includes('code'))
      return judge.failFor('oauth2.1', { expected, received: 'a code' });
    if (landing.kind === 'page')
      return verifyRefusalPage(server, judge, expected, { request, landing, loggedIn: landing !== opened });
    await verifyErrorResponse(server, judge, request, landing, {
      errors: ['invalid_request'],
      tolerated: 'any',
    });
  },
);
