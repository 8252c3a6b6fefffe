import { createHash } from 'node:crypto';
import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { hasWorked, type LoggedIn, type Login } from '../../../fixtures/client/login.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';

/** One login at a correct provider ends with a token that the client holds and uses (RFC 6749 §4.1). */
export async function loginCompletes(client: ClientUnderTest, judge: Judge): Promise<void> {
  await client.reset();
  const login = verifyLoggedIn(judge, await client.login());
  await verifyHeld(client, judge, login);
  if (client.can('call')) await verifyUsed(client, judge, login);
}

/** One access token request, answered with a token, and reported as a login. */
export function verifyLoggedIn(judge: Judge, login: Login): LoggedIn {
  const { tokenRequests, outcome } = login;
  const [tokenRequest, another] = tokenRequests;
  const accessToken = tokenRequest?.answered('access_token');
  if (tokenRequest === undefined || typeof accessToken !== 'string')
    return judge.fail({
      expected: 'an access token request that is answered with a token',
      received: received(login),
    });
  if (another !== undefined)
    judge.fail({ expected: 'one access token request', received: `${tokenRequests.length}` });
  if (!hasWorked(outcome))
    judge.fail({
      expected: 'the client to report the login that the provider granted',
      received: outcomeText(outcome),
    });
  const refreshToken = tokenRequest.answered('refresh_token');
  return {
    ...login,
    tokenRequest,
    accessToken,
    refreshToken: typeof refreshToken === 'string' ? refreshToken : undefined,
  };
}

function received({ tokenRequests: [first], outcome }: Login): string {
  const wire =
    first === undefined
      ? 'no access token request'
      : `one that was answered ${first.status ?? 'not at all'}: ${first.answerBody.slice(0, 200)}`;
  return `${wire}; the client reported ${outcomeText(outcome)}`;
}

/** Where the client tells its status, it is logged in, with this very token. */
async function verifyHeld(client: ClientUnderTest, judge: Judge, { accessToken }: LoggedIn): Promise<void> {
  const status = await client.status();
  if (status === undefined) return;
  const { authenticated, accessToken: held } = status;
  if (!authenticated)
    judge.fail({ expected: 'status authenticated after a login', received: 'authenticated: false' });
  if (held !== undefined && held !== createHash('sha256').update(accessToken).digest('hex'))
    judge.fail({
      expected: 'the client to hold the access token that it was given',
      received: held === null ? 'none' : 'the fingerprint of another one',
    });
}

async function verifyUsed(client: ClientUnderTest, judge: Judge, { accessToken }: LoggedIn): Promise<void> {
  const outcome = await client.call();
  if (outcome.result === 'unsupported') return;
  const requests = client.provider.at('resource');
  if (requests.some((request) => request.carries(accessToken)) && hasWorked(outcome)) return;
  judge.fail({
    expected: 'a resource request with the access token',
    received: `${requests.length} resource request(s), none with it; the client reported ${outcomeText(outcome)}`,
  });
}
