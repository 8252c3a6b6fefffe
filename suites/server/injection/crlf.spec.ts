import { describeLanding, type ServerUnderTest } from '../../../fixtures/server/server-under-test.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { grantsIn, parametersOf } from '../../verify/authorization-response.js';
import { mayBeLoginPage } from '../../verify/login-page.js';
import { verifyNotRedirected } from '../../verify/no-redirect.js';
import { verifyAvailable } from '../../verify/unavailable.js';

const injected = 'X-Harness';
const breaking = `\r\n${injected}:1`;

function verifyNoHeader({ transport }: ServerUnderTest, judge: Judge): void {
  const lines = transport.log.recorded().flatMap(({ responseHeaders }) => responseHeaders);
  if (lines.some(([name]) => name.toLowerCase() === injected.toLowerCase()))
    judge.fail({
      expected: `no ${injected} header`,
      received: `${injected}, made of a value of the request`,
    });
}

test(
  'Line breaks in state or redirect_uri do not split headers',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §10.14', 'RFC 9110 §5.5'],
    attack: 'Headers of the attacker, cookies among them, are set in the name of the server.',
    threats: [],
    tested:
      'Sends state and then redirect_uri with CR LF and a header line in them, and reads the headers of every answer.',
    fix: 'Build the Location header with an encoder of URLs, never by joining decoded values.',
    needs: ['as.code', 'cfg.login'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    await judge.variant('state', async () => {
      const state = `x${breaking}`;
      const landing = await server.authorize(server.authorizationRequest({ state }));
      const expected = 'the state echoed percent-encoded, or a refusal';
      verifyAvailable(judge, expected, landing.answer);
      if (landing.kind === 'page') {
        if (await mayBeLoginPage(server, landing)) judge.inconclusive(expected, describeLanding(landing));
        return;
      }
      // Leaving the line break out is no injection (RFC 6749 §10.14: sanitize), but the client gets another state.
      if (grantsIn(landing).length > 0 && parametersOf(landing).get('state') !== state)
        judge.warn({ expected, received: `${describeLanding(landing)} and another state` });
    });
    await judge.variant('redirect_uri', () =>
      verifyNotRedirected(
        server,
        judge,
        server.authorizationRequest({ redirect_uri: `${server.client.redirectUris[0]}${breaking}` }),
      ),
    );
    verifyNoHeader(server, judge);
  },
);
