import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';

/** Seconds that the 503 announces, and milliseconds within which a retry would have come too early. */
const announced = 2;
const moment = 50;

test(
  'When revocation fails, local logout still happens and the failure is told',
  requirement({
    level: 'SHOULD',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 7009 §2.2.1', 'RFC 9110 §10.2.3', 'Harness policy (logout works without the server)'],
    attack: 'People believe to be logged out while tokens live on, or cannot log out at all.',
    threats: [],
    tested:
      'Answers the revocation request with 503, with 400 unsupported_token_type, and refuses the connection.',
    fix: 'Delete the local tokens first, whatever the server answers; report a failed revocation, and repeat it only after Retry-After.',
    needs: ['client.revoke', 'client.owns-tokens'],
    negative: true,
    control: 'the client revokes',
  }),
  async ({ client, judge }) => {
    await judge.variant('503 with Retry-After: 2', () => logoutDuring(client, judge, 'revocation-503'));
    await judge.variant('400 unsupported_token_type', () =>
      logoutDuring(client, judge, 'revocation-unsupported-type'),
    );
    await judge.variant('connection refused', () => logoutRefused(client, judge));
  },
);

async function logoutDuring(client: ClientUnderTest, judge: Judge, fault: string): Promise<void> {
  await client.reset();
  const { accessToken } = await client.logIn();
  await client.provider.play(fault);
  const begun = performance.now();
  const outcome = await client.revoke();
  await sleep(moment);
  const retries = client.provider.at('revocation').filter(({ arrivedAt }) => arrivedAt > begun);
  await client.provider.play();
  const [first, ...early] = retries;
  if (first === undefined) judge.inconclusive('a revocation request', `none; ${outcomeText(outcome)}`);
  const again = early.filter((request) => request.parameter('token') === first?.parameter('token'));
  const allowedAt = (first?.answeredAt ?? begun) + announced * 1000;
  if (again.some(({ arrivedAt }) => arrivedAt < allowedAt || fault !== 'revocation-503'))
    judge.warn({
      expected: fault === 'revocation-503' ? 'no retry before 2 s' : 'no retry after 400',
      received: `${again.length} more request(s) for the token`,
    });
  await verifyLoggedOut(client, judge, outcome.result === 'ok', accessToken);
}

async function logoutRefused(client: ClientUnderTest, judge: Judge): Promise<void> {
  await client.reset();
  const { accessToken } = await client.logIn();
  await client.provider.silence();
  const outcome = await client.revoke();
  await client.provider.resume();
  if (outcome.result === 'failed') judge.inconclusive('the client to answer', outcomeText(outcome));
  await verifyLoggedOut(client, judge, outcome.result === 'ok', accessToken);
}

/** Nobody is logged in, no token is used any more, and the caller was told that the revocation failed. */
async function verifyLoggedOut(
  client: ClientUnderTest,
  judge: Judge,
  reportedOk: boolean,
  accessToken: string,
): Promise<void> {
  const status = await client.status();
  const before = client.provider.at('resource').length;
  if (client.can('call')) await client.call();
  const used = client.provider
    .at('resource')
    .slice(before)
    .some((request) => request.carries(accessToken));
  const usable = used ? 'a resource request with the access token' : 'status authenticated: true';
  if (status?.authenticated || used) {
    const observation = { expected: 'nobody logged in, and no token usable', received: usable };
    if (reportedOk) judge.fail(observation);
    judge.warn(observation);
  }
  if (reportedOk)
    judge.warn({ expected: 'the failed revocation reported to the application', received: 'ok' });
}
