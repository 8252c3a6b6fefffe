import { test } from '../../client-test.js';
import { loginCompletes } from '../../controls/client/login-completes.js';
import { requirement } from '../../requirement.js';

test(
  'An ordinary login ends with a usable token (positive control)',
  requirement({
    level: 'MUST',
    severity: 'info',
    tier: 'core',
    clauses: ['RFC 6749 §4.1', 'RFC 6750 §2.1'],
    attack: 'None: a positive control, without which negative results mean nothing.',
    threats: [],
    tested: 'Lets the client log in at a correct provider and, where it can, ask its resource.',
    fix: 'Keep the access token of the answer, and send it with resource requests.',
    needs: ['client.code'],
    negative: false,
  }),
  async ({ client, judge }) => {
    await loginCompletes(client, judge);
  },
);
