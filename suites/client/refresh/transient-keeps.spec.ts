import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { logInForRefresh } from '../../controls/client/refreshes.js';
import { requirement } from '../../requirement.js';
import { refreshRequests, verifyRefreshesWith } from '../../verify/client/session.js';

const outages = {
  '500': 'token-500',
  '502 with HTML': 'token-502-html',
  '503': 'token-503',
  '429': 'token-429',
  '503 temporarily_unavailable': 'token-temporarily-unavailable',
  'connection reset': 'token-reset',
};

test(
  'Outages do not destroy the session',
  requirement({
    level: 'SHOULD NOT',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §5.2', 'RFC 9110 §15.6.4', 'Harness policy (an outage is not a logout)'],
    attack: 'Every hiccup of the server logs all users out.',
    threats: [],
    tested:
      'Answers one refresh each with 500, 502, 503, 429, a reset and a refused connection, and then correctly.',
    fix: 'Delete tokens on invalid_grant only; keep them, and report a transient error, on any other failure.',
    needs: ['client.refresh', 'client.owns-tokens'],
    negative: true,
    control: 'the client refreshes',
  }),
  async ({ client, judge }) => {
    const { refreshToken } = await logInForRefresh(client, judge);
    for (const [variant, fault] of Object.entries(outages))
      await judge.variant(variant, () => refreshDuring(client, judge, fault));
    await judge.variant('connection refused', () => refreshRefused(client, judge));
    await client.provider.play();
    await judge.variant('afterwards', async () => {
      await verifyRefreshesWith(client, judge, refreshToken, 'once the outages are over');
    });
  },
);

async function refreshDuring(client: ClientUnderTest, judge: Judge, fault: string): Promise<void> {
  await client.provider.play(fault);
  const begun = performance.now();
  const outcome = await client.refresh();
  if (refreshRequests(client, begun).length === 0)
    judge.inconclusive('a refresh request that meets the outage', `none; ${outcomeText(outcome)}`);
  verifyTold(judge, outcome.result === 'ok');
}

async function refreshRefused(client: ClientUnderTest, judge: Judge): Promise<void> {
  await client.provider.silence();
  const outcome = await client.refresh();
  await client.provider.resume();
  verifyTold(judge, outcome.result === 'ok');
}

function verifyTold(judge: Judge, reportedOk: boolean): void {
  if (reportedOk) judge.fail({ expected: 'the outage reported as an error', received: 'ok' });
}
