import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { logInForRefresh } from '../../controls/client/refreshes.js';
import { requirement } from '../../requirement.js';
import { renewalsDuring } from '../../verify/client/renewal.js';

/** Seconds; the row judges margins from 60 s to 300 s. */
const usualMargin = 60;
const largestMargin = 300;
const day = 24 * 3600;
const atOnce = () => Promise.resolve();

test(
  'The token is renewed ahead of expiry with about 60 s margin',
  requirement({
    level: 'SHOULD',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6749 §5.1', 'RFC 6749 §1.5', 'Harness policy (skew buffer 60 s)'],
    attack: 'Requests fail in flight, or through clock skew.',
    threats: [],
    tested:
      'Asks for a resource with 100 s left, with 55 s left and a day later, or waits that out where the clock cannot be moved.',
    fix: 'Refresh before a request when less than about 60 s of expires_in are left, and use the new token for it.',
    needs: ['client.refresh', 'client.call', 'client.owns-refresh', 'provider.expiry'],
    negative: false,
  }),
  async ({ client, judge }) => {
    const margin = Math.min(Math.max(usualMargin, client.hello.refreshMarginSeconds ?? 0), largestMargin);
    if (client.can('clock')) await withClock(client, judge, margin);
    else await inRealTime(client, judge, margin);
  },
);

async function withClock(client: ClientUnderTest, judge: Judge, margin: number): Promise<void> {
  const after = (seconds: number) => () => client.advance(seconds);
  await logInForRefresh(client, judge);
  await verifyCall(client, judge, `${margin + 40} s left`, false, after(3600 - (margin + 40)));
  await verifyCall(client, judge, `${margin - 5} s left`, true, after(45));
  await verifyCall(client, judge, 'a day later', true, after(day));
}

async function inRealTime(client: ClientUnderTest, judge: Judge, margin: number): Promise<void> {
  client.provider.issueFor(margin + 3);
  await logInForRefresh(client, judge);
  await verifyCall(client, judge, `${margin + 3} s left`, false, atOnce);
  await verifyCall(client, judge, `${margin - 2} s left`, true, () => sleep(5000));
}

/** One resource request by the client after `move`: whether it has refreshed, then or meanwhile, and with which token it asks. */
async function verifyCall(
  client: ClientUnderTest,
  judge: Judge,
  when: string,
  refreshes: boolean,
  move: () => Promise<void>,
): Promise<void> {
  await judge.variant(when, async () => {
    const before = client.seen.length;
    await renewalsDuring(client, move);
    await client.call();
    const seen = client.seen.slice(before);
    const resource = seen.findIndex(({ endpoint }) => endpoint === 'resource');
    const asked = seen[resource];
    if (asked === undefined) return judge.inconclusive('a resource request', 'none');
    const refresh = seen.slice(0, resource).filter(({ endpoint }) => endpoint === 'token');
    if (!refreshes && refresh.length > 0)
      judge.warn({ expected: 'no refresh yet', received: `${refresh.length} before the resource request` });
    if (!refreshes) return;
    const token = refresh.at(-1)?.answered('access_token');
    if (typeof token !== 'string' || !asked.carries(token))
      judge.warn({
        expected: 'one refresh before the resource request, which uses the new token',
        received: refresh.length === 0 ? 'no refresh' : 'the old token',
      });
    else if (refresh.length > 1) judge.warn({ expected: 'one refresh', received: `${refresh.length}` });
  });
}
