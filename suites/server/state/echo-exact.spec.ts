import { unique } from '../../../fixtures/server/pkce.js';
import { describeLanding } from '../../../fixtures/server/server-under-test.js';
import { stateEchoed } from '../../controls/state-echoed.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { grantsIn, parametersOf, verifyState } from '../../verify/authorization-response.js';
import { verifyAvailable } from '../../verify/unavailable.js';

const reserved = ' + & = % # / ? ~ %2B ';
const expected = 'a code, and the state as it was sent';

test(
  'state comes back byte-identical after decoding, including reserved characters',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §4.1.2', 'RFC 6749 Appendix A.5'],
    attack: 'The check of clients against forged responses breaks, and gets switched off.',
    threats: ['RFC 9700 §4.7', 'RFC 6819 §4.4.1.8'],
    tested:
      'Sends a plain state, then 200 characters with space + & = % # / ? ~ and a literal %2B, then with \' " < > as well.',
    fix: 'Form-decode state once when reading it, keep it as it is, and form-encode it once into the redirect.',
    needs: ['as.code', 'cfg.login'],
    negative: false,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    await judge.variant('plain', () => stateEchoed(server, judge));
    for (const [variant, characters] of [
      ['reserved characters', reserved],
      ['quotes and angle brackets', `${reserved}' " < > `],
    ] as const) {
      await judge.variant(variant, async () => {
        const request = server.authorizationRequest({
          state: `${unique('state')}${characters}`.padEnd(200, 'x'),
        });
        // Percent-encoded: a space as %20, where a form would write a plus.
        const url = (await server.authorizationUrl(request)).replaceAll('+', '%20');
        const userAgent = server.newUserAgent();
        const landing = await server.signIn(await userAgent.open(url), userAgent);
        if (landing.kind === 'redirect' && grantsIn(landing).length > 0)
          return verifyState(judge, request, parametersOf(landing));
        verifyAvailable(judge, expected, landing.answer);
        const observation = { expected, received: describeLanding(landing) };
        // An input filter in front of the server takes quotes and brackets for an attack.
        if (characters !== reserved) return judge.warn(observation);
        judge.fail(observation);
      });
    }
  },
);
