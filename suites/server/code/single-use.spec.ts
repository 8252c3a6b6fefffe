import { tokensIn } from '../../../fixtures/server/server-under-test.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyRefused } from '../../verify/token-refusal.js';
import { type UnboundCodes, unboundCodes } from '../../verify/unbound-code.js';

test(
  'A code can be redeemed once only',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 6749 §4.1.2', 'RFC 6749 §10.5', 'RFC 9700 §4.2.4'],
    attack: 'A code from a log, a referrer or the browser history is redeemed once more.',
    threats: ['RFC 9700 §4.2.1', 'RFC 9700 §4.3.1', 'RFC 9700 §4.5', 'RFC 6819 §4.4.1.1'],
    tested:
      'Redeems a code, then redeems it again with identical parameters; also one without a challenge, where such codes exist.',
    fix: 'Mark the code as used in the same transaction that issues the token, and answer invalid_grant from then on.',
    needs: ['as.code', 'cfg.login'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    await judge.variant('code with a challenge', () =>
      redeemTwice({ server, obtain: () => server.obtainCode() }, judge),
    );
    // PKCE can hide a missing record of used codes: the challenge is gone, so the second verifier fails.
    const unbound = await unboundCodes(server, judge);
    if (unbound === undefined) return judge.note('no client gets a code that is good without a challenge');
    await judge.variant('code without a challenge', () => redeemTwice(unbound, judge));
  },
);

async function redeemTwice({ server, obtain }: UnboundCodes, judge: Judge): Promise<void> {
  const grant = await obtain();
  tokensIn(await server.redeem(grant));
  verifyRefused(judge, await server.redeem(grant), { errors: ['invalid_grant'] });
}
