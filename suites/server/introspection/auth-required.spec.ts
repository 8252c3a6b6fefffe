import { anonymous, withSecret } from '../../../fixtures/server/client-authentication.js';
import { unique } from '../../../fixtures/server/pkce.js';
import { describeAnswer } from '../../../fixtures/server/server-under-test.js';
import { introspectingClient } from '../../controls/introspection-answers.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyAvailable } from '../../verify/unavailable.js';

test(
  'The introspection endpoint refuses anonymous callers',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 7662 §2.1', 'RFC 7662 §2.3', 'RFC 7662 §4'],
    attack: 'Anybody can try out guessed tokens, and read whose they are.',
    threats: ['RFC 6819 §4.6.3'],
    tested: 'Asks about a random token without credentials, then with a wrong secret.',
    fix: 'Authenticate every caller of the introspection endpoint and answer 401 to others, before the token is looked up.',
    needs: ['as.introspection', 'cfg.introspecting-client'],
    negative: true,
    control: 'introspection answers an entitled client',
  }),
  async ({ server, judge }) => {
    const variants = {
      'no credentials': anonymous,
      'wrong secret': withSecret(introspectingClient(server, judge), unique('wrong')),
    };
    for (const [name, by] of Object.entries(variants)) {
      await judge.variant(name, async () => {
        const answer = await server.post('introspection', { token: unique('token') }, by);
        const observation = { expected: '401', received: describeAnswer(answer) };
        verifyAvailable(judge, observation.expected, answer);
        if (answer.status >= 200 && answer.status < 300) judge.fail(observation);
        if (answer.status !== 401) judge.warn(observation);
      });
    }
  },
);
