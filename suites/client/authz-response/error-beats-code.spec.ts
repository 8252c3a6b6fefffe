import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { verifyAborted } from '../../verify/client/aborted.js';

test(
  'A response with both error and code is treated as an error',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6749 §4.1.2', 'RFC 6749 §4.1.2.1'],
    attack: 'A code rides on an error response, and is redeemed after a refusal.',
    threats: [],
    tested: 'Answers a login with the right state, error=server_error and a valid code beside it.',
    fix: 'Look for error first, once state is checked; where it is there, use nothing else of the response.',
    needs: ['client.code'],
    negative: true,
    control: 'client/code/login-completes',
  }),
  async ({ client, judge }) => {
    await verifyAborted(client, judge, await client.login({ faults: ['response-error-with-code'] }));
  },
);
