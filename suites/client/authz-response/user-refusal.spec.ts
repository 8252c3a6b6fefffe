import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { Inconclusive } from '../../../fixtures/verdict/verdict.js';
import { test } from '../../client-test.js';
import { verifyLoggedIn } from '../../controls/client/login-completes.js';
import { requirement } from '../../requirement.js';
import { verifyAborted } from '../../verify/client/aborted.js';
import { hasAdapter } from '../../verify/client/repetitions.js';

test(
  'access_denied ends the attempt cleanly',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6749 §4.1.2.1', 'RFC 6749 §4.1.3', 'Harness policy (a refusal ends the attempt)'],
    attack: 'A login stays pending, or refusal is taken for success.',
    threats: [],
    tested: 'Answers a login with error=access_denied and the right state, then lets another login through.',
    fix: 'End the pending login at an error response, send no token request, report the error code, and let the next login begin afresh.',
    needs: ['client.code'],
    negative: true,
    control: 'client/code/login-completes',
  }),
  async ({ client, judge }) => {
    const refused = await client.login({ faults: ['response-access-denied'] });
    await verifyAborted(client, judge, refused);
    const { outcome } = refused;
    if (hasAdapter(client) && outcome.result === 'rejected' && outcome.error !== 'access_denied')
      judge.warn({ expected: 'the failure reported as access_denied', received: outcomeText(outcome) });
    await verifyNextLogin(client, judge);
  },
);

/** That it does not even begin is a failure here: a login before this one has worked. */
async function verifyNextLogin(client: ClientUnderTest, judge: Judge): Promise<void> {
  await judge.variant('the login after it', async () => {
    try {
      verifyLoggedIn(judge, await client.login());
    } catch (error) {
      if (!(error instanceof Inconclusive)) throw error;
      judge.fail({ expected: 'a login that completes', received: error.message });
    }
  });
}
