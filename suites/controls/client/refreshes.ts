import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { LoggedIn } from '../../../fixtures/client/login.js';
import { hasWorked } from '../../../fixtures/client/login.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';

/** A login with a refresh token, and one refresh that a correct provider answers with a new token (RFC 6749 §6). */
export async function refreshes(client: ClientUnderTest, judge: Judge): Promise<void> {
  await client.reset();
  await logInForRefresh(client, judge);
  const before = client.provider.at('token').length;
  const outcome = await client.refresh();
  const [request] = client.provider.at('token').slice(before);
  if (request?.granted && request.parameter('grant_type') === 'refresh_token' && hasWorked(outcome)) return;
  judge.fail({
    expected: 'a refresh request that is answered with a token, and reported as done',
    received: `${request === undefined ? 'no request' : `HTTP ${request.status} ${request.answerBody.slice(0, 200)}`}; the client reported ${outcomeText(outcome)}`,
  });
}

/** A login whose tokens include a refresh token, as every row about refreshing needs. */
export async function logInForRefresh(
  client: ClientUnderTest,
  judge: Judge,
): Promise<LoggedIn & { refreshToken: string }> {
  const login = await client.logIn();
  const { refreshToken } = login;
  if (refreshToken === undefined)
    return judge.inconclusive('a refresh token for this client', 'a token response without one');
  return { ...login, refreshToken };
}
