import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { hasWorked, type Login } from '../../../fixtures/client/login.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { SeenRequest } from '../../../fixtures/client/seen-request.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';

/** What a client did with a token answer that it should have refused. */
export interface Acceptance {
  /** In words, where it took the answer for a success; undefined where it refused. */
  accepted: string | undefined;
  /** Resource requests with the offered token. */
  used: SeenRequest[];
}

/**
 * Looks for REJECT: the operation reports no success, status is not authenticated, and the offered token is used in
 * no later request. Ends as inconclusive where the faulty answer was not fetched, or the client did not answer.
 */
export async function acceptance(client: ClientUnderTest, judge: Judge, login: Login): Promise<Acceptance> {
  const { outcome, tokenRequests } = login;
  const request = tokenRequests.at(-1);
  if (request?.status === undefined)
    return judge.inconclusive('the client to fetch the faulty token answer', 'no answered token request');
  if (outcome.result === 'failed' || outcome.result === 'unsupported')
    judge.inconclusive('the client to answer', outcomeText(outcome));
  const status = await client.status();
  // A client that asks again in another way is offered one by each answer.
  const offered = tokenRequests.map((one) => one.answered('access_token')).filter(isToken);
  if (client.can('call')) await client.call();
  const used = client.provider.at('resource').filter((seen) => offered.some((token) => seen.carries(token)));
  if (outcome.result === 'ok') return { accepted: 'the client reported ok', used };
  if (status?.authenticated) return { accepted: 'status authenticated: true', used };
  if (used.length > 0 && hasWorked(outcome)) return { accepted: 'the offered token was used', used };
  for (const token of offered) client.refused(token, 'access token');
  return { accepted: undefined, used };
}

/** REJECT, where every kind of acceptance fails. */
export async function verifyRejected(client: ClientUnderTest, judge: Judge, login: Login): Promise<void> {
  const { accepted, used } = await acceptance(client, judge, login);
  if (accepted === undefined && used.length === 0) return;
  judge.fail({
    expected: 'the token answer to be refused',
    received: accepted ?? 'a resource request with the token that it offered',
  });
}

function isToken(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
