import { describeLanding } from '../../../fixtures/server/server-under-test.js';
import { mediaType } from '../../../fixtures/wire/transport.js';
import { loginErrors } from '../../controls/request-accepted.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { grantsIn, parametersOf, reachesClient } from '../../verify/authorization-response.js';
import { stageIn } from '../../verify/login-page.js';

const expected = 'a login page, or the redirect URI with login_required or interaction_required';

test(
  'No code is issued to a browser that has not authenticated',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 6749 §3.1', 'RFC 6749 §4.1'],
    attack: 'Anybody obtains codes for a user who never logged in.',
    threats: ['RFC 9700 §4.11.2', 'RFC 6819 §4.4.1.10'],
    tested: 'Opens a correct request without cookies and follows redirects within the server only.',
    fix: 'Verify who the resource owner is before issuing a code; there is no default user.',
    needs: ['as.code'],
    negative: true,
    control: 'server/authz-request/request-accepted',
  }),
  async ({ server, judge }) => {
    const request = server.authorizationRequest();
    const landing = await server.open(request);
    const grants = grantsIn(landing);
    if (grants.length > 0)
      judge.fail({
        expected,
        received: `a redirect with ${grants.join(' and ')} for a browser nobody knows`,
      });
    const received = describeLanding(landing);
    if (landing.kind === 'redirect') {
      const error = parametersOf(landing).get('error');
      // The control has shown that an unknown client is not sent to the same place.
      if (error === null && !reachesClient(request, landing))
        return judge.note(`login happens elsewhere: ${received}`);
      if (error === null || !loginErrors.includes(error)) judge.inconclusive(expected, received);
      return;
    }
    const shown =
      typeof server.facts.login === 'object'
        ? stageIn(server, landing) === 'login'
        : mediaType(landing.answer).includes('html');
    if (!shown || landing.answer.status >= 400) judge.inconclusive(expected, received);
  },
);
