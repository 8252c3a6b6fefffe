import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { hasWorked } from '../../../fixtures/client/login.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { SeenRequest } from '../../../fixtures/client/seen-request.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';

/** Refresh requests among those that were seen since `begun`, by performance.now(). */
export function refreshRequests(client: ClientUnderTest, begun = 0): SeenRequest[] {
  return client.seen.filter(
    (request) =>
      request.endpoint === 'token' &&
      request.arrivedAt >= begun &&
      request.parameter('grant_type') === 'refresh_token',
  );
}

/** One refresh, which a correct provider has to answer with tokens. @throws Inconclusive where none was made */
export async function refreshOnce(client: ClientUnderTest, judge: Judge): Promise<SeenRequest> {
  const begun = performance.now();
  const outcome = await client.refresh();
  const request = refreshRequests(client, begun).at(-1);
  if (request === undefined)
    return judge.inconclusive('a refresh request', `none; the client reported ${outcomeText(outcome)}`);
  return request;
}

/** The same, where the session must still be there: no request, or a refusal by the client, is a session lost. */
export async function verifyRefreshesWith(
  client: ClientUnderTest,
  judge: Judge,
  refreshToken: string,
  afterwards: string,
): Promise<SeenRequest | undefined> {
  const begun = performance.now();
  const outcome = await client.refresh();
  const request = refreshRequests(client, begun).at(-1);
  const expected = `a refresh with the refresh token that the client held, ${afterwards}`;
  if (outcome.result === 'failed') judge.inconclusive(expected, outcomeText(outcome));
  if (request === undefined)
    return judge.fail({
      expected,
      received: `no refresh request; the client reported ${outcomeText(outcome)}`,
    });
  if (request.parameter('refresh_token') !== refreshToken)
    judge.fail({ expected, received: 'a request with another value' });
  if (!hasWorked(outcome))
    judge.fail({
      expected: `the refresh to be reported as done, ${afterwards}`,
      received: outcomeText(outcome),
    });
  return request;
}
