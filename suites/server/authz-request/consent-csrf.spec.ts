import { describeLanding } from '../../../fixtures/server/server-under-test.js';
import type { Landing } from '../../../fixtures/user-agent/user-agent.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { reachApproval, submitApproval } from '../../verify/approval-page.js';
import { grantsIn } from '../../verify/authorization-response.js';
import { forgedFrom, sharesAntiForgery, withoutAntiForgery } from '../../verify/forged-approval.js';
import { verifyAvailable } from '../../verify/unavailable.js';

const expected = 'no code for an approval that the page shown to this browser did not send';

function verifyNoGrant(judge: Judge, landing: Landing): void {
  if (grantsIn(landing).length > 0) judge.fail({ expected, received: describeLanding(landing) });
  verifyAvailable(judge, expected, landing.answer);
}

test(
  'Approval cannot be submitted from a foreign page or session',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 6749 §10.12', 'RFC 6819 §4.4.1.10'],
    attack: "A foreign page approves in the user's name, and the attacker's client gets access.",
    threats: ['RFC 6819 §4.4.1.10'],
    tested:
      'Submits the approval form with the cookies of session A from a foreign origin, without its anti-forgery values and with those of session B.',
    fix: 'Put an unguessable value of the session into the approval form (or its URL), and refuse a submission without it or from another Origin.',
    needs: ['as.code', 'cfg.login', 'cfg.consent'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    await judge.variant('without anti-forgery values, from a foreign page', async () => {
      const [mine, theirs] = [await reachApproval(server, judge), await reachApproval(server, judge)];
      const forged = forgedFrom(theirs, withoutAntiForgery(mine, theirs));
      verifyNoGrant(judge, await submitApproval(mine, forged));
    });
    await judge.variant('with the anti-forgery values of another session', async () => {
      const [mine, theirs] = [await reachApproval(server, judge), await reachApproval(server, judge)];
      if (sharesAntiForgery(mine, theirs))
        judge.inconclusive(expected, 'the same anti-forgery value in two sessions of one user');
      verifyNoGrant(judge, await submitApproval(mine, forgedFrom(theirs)));
    });
  },
);
