import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { logInForRefresh } from '../../controls/client/refreshes.js';
import { requirement } from '../../requirement.js';
import { endsInTime, toldSeconds } from '../../verify/client/patience.js';
import { verifyRefreshesWith } from '../../verify/client/session.js';

const variants = { 'no answer at all': 'token-silent', 'headers and no body': 'token-headers-only' };

test(
  'A hanging server leads to a bounded failure',
  requirement({
    level: 'SHOULD',
    severity: 'medium',
    tier: 'core',
    clauses: ['Harness policy (waiting is bounded)'],
    attack: 'The application freezes, and people log in again and again.',
    threats: [],
    tested:
      'Leaves a refresh without answer, then with headers and no body, and waits for the client to give up.',
    fix: 'Give every back-channel request a time limit that covers the body of the answer, and keep the session when it is over.',
    needs: ['client.refresh', 'client.owns-timeout'],
    negative: true,
    control: 'the client refreshes',
  }),
  async ({ client, judge }) => {
    for (const [variant, fault] of Object.entries(variants))
      await judge.variant(variant, () => verifyBounded(client, judge, fault));
  },
);

async function verifyBounded(client: ClientUnderTest, judge: Judge, fault: string): Promise<void> {
  await client.reset({ timeLimitSeconds: toldSeconds });
  const { refreshToken } = await logInForRefresh(client, judge);
  await client.provider.play(fault);
  const asked = client.provider.at('token').length + 1;
  const refreshing = client.refresh();
  await Promise.race([client.provider.reached('token', asked), refreshing]);
  const { inTime, waited } = await endsInTime(client, refreshing);
  await client.provider.play();
  if (!inTime) client.provider.hangUp();
  const outcome = await refreshing;
  if (client.provider.at('token').length < asked)
    judge.inconclusive('a refresh request that is left without answer', `none; ${outcomeText(outcome)}`);
  if (!inTime) judge.warn({ expected: 'the client to give up in time', received: waited });
  // Whoever goes on trying gets through once the server answers.
  if (client.provider.at('token').at(-1)?.granted) return;
  if (outcome.result === 'ok')
    judge.fail({ expected: 'the missing answer reported as an error', received: 'ok' });
  if (outcome.result === 'failed') judge.inconclusive('the client to answer', outcomeText(outcome));
  await verifyRefreshesWith(client, judge, refreshToken, 'once the server answers again');
}
