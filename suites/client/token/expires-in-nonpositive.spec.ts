import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import {
  callThrice,
  logInWithLifetime,
  refreshesWhileIdle,
  succeeded,
  sum,
  verifyRefreshCount,
} from '../../verify/client/lifetimes.js';
import { verifyRejected } from '../../verify/client/rejected.js';
import { refreshRequests } from '../../verify/client/session.js';

interface Variant {
  fault: string;
  /** Refreshes that a call may lead to. */
  perCall: 0 | 1;
  mayBeRefused?: true;
}

const variants: Record<string, Variant> = {
  'expires_in 0': { fault: 'token-expires-in-zero', perCall: 1 },
  'expires_in -1': { fault: 'token-expires-in-negative', perCall: 1, mayBeRefused: true },
  'expires_in 1000000000000': { fault: 'token-expires-in-huge', perCall: 0 },
};

test(
  'Zero, negative and absurdly large lifetimes cause neither loops nor immortality',
  requirement({
    level: 'SHOULD',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6749 §5.1', 'RFC 6749 Appendix A.14', 'Harness policy (odd lifetimes do no harm)'],
    attack: 'Refreshing storms (also by overflow of a 32-bit timer), or a session that never expires.',
    threats: [],
    tested:
      'Announces lifetimes of 0, -1 and 1000000000000 seconds, and counts refreshes during three calls and while idle.',
    fix: 'Clamp expires_in before any timer or comparison, and refresh when a token is needed, once for each need.',
    needs: ['client.refresh', 'client.call', 'client.owns-refresh'],
    negative: true,
    control: 'the client calls its resource',
  }),
  async ({ client, judge }) => {
    for (const [name, variant] of Object.entries(variants))
      await judge.variant(name, () => verifyHarmless(client, judge, variant));
  },
);

async function verifyHarmless(client: ClientUnderTest, judge: Judge, variant: Variant): Promise<void> {
  const { fault, perCall, mayBeRefused } = variant;
  const begun = performance.now();
  const { login, accepted } = await logInWithLifetime(client, judge, fault);
  if (!accepted && mayBeRefused) return verifyRejected(client, judge, login);
  if (!accepted)
    return judge.warn({ expected: 'the token to be accepted', received: outcomeText(login.outcome) });
  const { outcomes, refreshes, needs } = await callThrice(client, judge);
  const whileIdle = await refreshesWhileIdle(client);
  const all = refreshRequests(client, begun).length;
  verifyRefreshCount(judge, all, perCall * sum(needs), 'for three calls');
  verifyRefreshCount(judge, whileIdle, 0, 'while idle');
  const busiest = refreshes.findIndex((count, call) => count > perCall * (needs[call] ?? 1));
  verifyRefreshCount(judge, refreshes[busiest] ?? 0, perCall * (needs[busiest] ?? 1), 'for one call');
  const failed = outcomes.find((outcome) => !succeeded(outcome));
  if (perCall === 0 && failed !== undefined)
    judge.warn({ expected: 'calls that work', received: outcomeText(failed) });
}
