import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { hasWorked } from '../../../fixtures/client/login.js';
import type { SeenRequest } from '../../../fixtures/client/seen-request.js';
import type { Outcome } from '../../../fixtures/drivers/driver.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { logInForRefresh } from '../../controls/client/refreshes.js';
import { requirement } from '../../requirement.js';
import { renewalsDuring } from '../../verify/client/renewal.js';
import { refreshRequests } from '../../verify/client/session.js';

const callers = 10;
/** Seconds; the short one can be waited out where the client's clock cannot be moved. */
const usualLifetime = 3600;
const shortLifetime = 1;
const beyondLifetime = usualLifetime + 1;

test(
  'Concurrent needs share one refresh',
  requirement({
    level: 'SHOULD',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §6', 'Harness policy (concurrent needs share one refresh)'],
    attack: 'With rotation the second refresh looks like theft, and ends the session.',
    threats: [],
    tested:
      'Starts ten resource requests with an expired token at a token endpoint that takes a quarter of a second, and once each while it answers 503 and invalid_grant.',
    fix: 'Keep the refresh that is under way as a promise (or lock), and let everybody who needs a token wait for it.',
    needs: ['client.refresh', 'client.concurrent', 'client.call', 'client.owns-refresh'],
    negative: false,
  }),
  async ({ client, judge }) => {
    await judge.variant('rotation', async () => {
      const { requests, outcomes } = await callAtOnce(client, judge, []);
      const lost = outcomes.filter((outcome) => !succeeded(outcome)).length;
      verifyCount(judge, requests, 1, lost);
      if (lost > 0) judge.fail({ expected: 'all ten calls to succeed', received: `${lost} refused` });
    });
    await judge.variant('503', async () => {
      const { requests, outcomes } = await callAtOnce(client, judge, ['token-503']);
      verifyCount(judge, requests, 3, 0);
      verifyFailureShared(judge, outcomes);
    });
    await judge.variant('invalid_grant', async () => {
      const { requests, outcomes } = await callAtOnce(client, judge, ['token-invalid-grant']);
      verifyCount(judge, requests, 1, 0);
      verifyFailureShared(judge, outcomes);
    });
  },
);

interface AtOnce {
  requests: SeenRequest[];
  outcomes: Outcome<'call'>[];
}

async function callAtOnce(client: ClientUnderTest, judge: Judge, faults: string[]): Promise<AtOnce> {
  await client.reset();
  await logInWithExpired(client, judge);
  await client.provider.play(...faults, 'token-slow');
  const begun = performance.now();
  const outcomes = await Promise.all(Array.from({ length: callers }, () => client.call()));
  await client.provider.play();
  const requests = refreshRequests(client, begun);
  if (requests.length === 0) judge.inconclusive('a refresh request', 'none');
  return { requests, outcomes };
}

/** A login whose access token has expired, by the client's reckoning too. */
async function logInWithExpired(client: ClientUnderTest, judge: Judge): Promise<void> {
  if (client.can('clock')) {
    await logInForRefresh(client, judge);
    return expireForAll(client);
  }
  client.provider.issueFor(shortLifetime);
  await logInForRefresh(client, judge);
  client.provider.issueFor(usualLifetime);
  client.provider.advance(shortLifetime + 1);
  const left = shortLifetime - (client.hello.refreshMarginSeconds ?? 0);
  if (left >= 0) await sleep((left + 0.1) * 1000);
}

/**
 * A client with a timer of its own renews as soon as its clock is moved, before anybody needs it: then it is the
 * provider alone that lets the new token expire, and the need comes with the 401.
 */
async function expireForAll(client: ClientUnderTest): Promise<void> {
  const renewals = await renewalsDuring(client, () => client.expireAccessToken());
  if (renewals.length > 0) client.provider.advance(beyondLifetime);
}

function verifyCount(judge: Judge, requests: readonly SeenRequest[], most: number, lost: number): void {
  const overlapping = requests.some((request, index) => {
    const earlier = requests[index - 1];
    return earlier !== undefined && request.arrivedAt < (earlier.answeredAt ?? Number.POSITIVE_INFINITY);
  });
  if (!overlapping && requests.length <= most) return;
  const observation = {
    expected: `at most ${most} refresh request(s), never two at a time`,
    received: `${requests.length}${overlapping ? ', some at a time' : ''}${lost === 0 ? '' : `; ${lost} calls were refused`}`,
  };
  if (lost > 0) judge.fail(observation);
  judge.warn(observation);
}

function verifyFailureShared(judge: Judge, outcomes: readonly Outcome<'call'>[]): void {
  const well = outcomes.filter(succeeded).length;
  if (well > 0)
    judge.warn({ expected: 'all waiters to share the failure', received: `${well} calls reported ok` });
}

function succeeded(outcome: Outcome<'call'>): boolean {
  return hasWorked(outcome) && !(outcome.result === 'ok' && outcome.status >= 400);
}
