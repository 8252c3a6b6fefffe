import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { LoggedIn } from '../../../fixtures/client/login.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { verifyReceived } from './aborted.js';

/** Nothing is sent, and whoever is logged in stays so; the client may report an error or the standing session. */
export async function verifyReplayIgnored(
  client: ClientUnderTest,
  judge: Judge,
  login: LoggedIn,
  response: string,
): Promise<void> {
  const before = await sessionOf(client);
  const { outcome, code, tokenRequests } = await client.finish(login, response);
  if (tokenRequests.length > 0)
    judge.fail({
      expected: 'no further token request',
      received: `${tokenRequests.length}; the client reported ${outcomeText(outcome)}`,
    });
  verifyReceived(judge, { outcome });
  if (outcome.result === 'rejected') client.refused(code, 'code');
  const after = await sessionOf(client);
  if (after !== before)
    judge.fail({ expected: 'the session of the first login to stay as it was', received: after });
  if (!client.can('call')) return;
  await client.call();
  if (!client.provider.at('resource').some((request) => request.carries(login.accessToken)))
    judge.fail({
      expected: 'the access token of the first login to be still in use',
      received: 'no resource request with it',
    });
}

/** What the client says of its session, in words without secrets. */
async function sessionOf(client: ClientUnderTest): Promise<string> {
  const { authenticated, accessToken, refreshToken } = (await client.status()) ?? {};
  return JSON.stringify({ authenticated, accessToken, refreshToken });
}
