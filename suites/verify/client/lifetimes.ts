import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { hasWorked, type Login } from '../../../fixtures/client/login.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { Outcome } from '../../../fixtures/drivers/driver.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { differentRequests } from './calls.js';
import { refreshRequests } from './session.js';
import { ClientTime } from './time.js';

const calls = 3;
/** Refreshes beyond which it is a storm. */
const storm = 5;
/** Seconds. */
const idling = 2;

/** A login whose token answers, those to refreshes too, have a lifetime that is played by `fault`. */
export async function logInWithLifetime(
  client: ClientUnderTest,
  judge: Judge,
  fault: string,
): Promise<{ login: Login; accepted: boolean }> {
  await client.reset();
  await client.provider.play(fault);
  const login = await client.login();
  const { outcome, tokenRequests } = login;
  if (outcome.result === 'failed' || outcome.result === 'unsupported')
    judge.inconclusive('the client to answer', outcomeText(outcome));
  if (!tokenRequests.some(({ granted }) => granted))
    judge.inconclusive(
      'a token answer with this lifetime',
      `none; the client reported ${outcomeText(outcome)}`,
    );
  return { login, accepted: hasWorked(outcome) };
}

/** What came of three calls in a row. */
export interface Calls {
  outcomes: Outcome<'call'>[];
  /** Refreshes during each. */
  refreshes: number[];
  /** Different things that each asked the resource for, at least one: each needs a token. */
  needs: number[];
}

/** @throws Inconclusive when no call leads to a request at all */
export async function callThrice(client: ClientUnderTest, judge: Judge): Promise<Calls> {
  const made: Calls = { outcomes: [], refreshes: [], needs: [] };
  const before = client.seen.length;
  for (let call = 0; call < calls; call++) {
    const begun = performance.now();
    made.outcomes.push(await client.call());
    made.refreshes.push(refreshRequests(client, begun).length);
    const asked = client.provider.at('resource').filter(({ arrivedAt }) => arrivedAt >= begun);
    made.needs.push(Math.max(1, differentRequests(asked)));
  }
  const [first] = made.outcomes;
  if (client.seen.length === before && first !== undefined)
    judge.inconclusive('the client to use its token', `no request in three calls; ${outcomeText(first)}`);
  return made;
}

/** At most so many refreshes: more warn, and a storm fails, which is also no less than twice as many. */
export function verifyRefreshCount(judge: Judge, seen: number, most: number, when: string): void {
  if (seen <= most) return;
  const expected = most === 0 ? `no refresh ${when}` : `at most ${most} refresh(es) ${when}`;
  if (seen > storm && seen >= 2 * most) judge.fail({ expected, received: `${seen}` });
  judge.warn({ expected, received: `${seen}` });
}

export function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

export function succeeded(outcome: Outcome<'call'>): boolean {
  return hasWorked(outcome) && !(outcome.result === 'ok' && outcome.status >= 400);
}

/** Refreshes that nobody asked for; where there are any, it is waited a second whether they become a storm. */
export async function refreshesWhileIdle(client: ClientUnderTest): Promise<number> {
  const begun = performance.now();
  const seen = () => refreshRequests(client, begun).length;
  const time = new ClientTime(client);
  await time.moment();
  await time.pass(idling);
  await time.moment();
  const { provider } = client;
  if (seen() > 0)
    await Promise.race([
      provider.reached('token', provider.at('token').length + storm - seen() + 1),
      sleep(1000),
    ]);
  return seen();
}
