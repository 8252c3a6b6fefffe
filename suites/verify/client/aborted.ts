import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { Login } from '../../../fixtures/client/login.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';

/**
 * ABORT: the authorization response came to nothing. No token request carries its code, the client reports no
 * login, and nobody is logged in; that it ignores the response is as good as an error.
 */
export async function verifyAborted(
  client: ClientUnderTest,
  judge: Judge,
  login: Login,
  session?: string,
): Promise<void> {
  const [sent] = login.code === undefined ? login.tokenRequests : client.requestsWith(login.code);
  if (sent !== undefined)
    judge.fail({
      expected: 'no token request after this response',
      received: `${sent.method} ${sent.url.replace(/\?.*/s, '')} ${login.code === undefined ? 'without a code to redeem' : 'with its code'}; the client reported ${outcomeText(login.outcome)}`,
    });
  verifyReceived(judge, login);
  if (login.outcome.result === 'ok')
    judge.fail({ expected: 'the client to report no login', received: 'ok' });
  await verifyNotLoggedIn(client, judge, session);
  client.refused(login.code, 'code');
}

/** A client that crashed or hung was not shown to have refused anything, and one without the operation neither. */
export function verifyReceived(judge: Judge, { outcome }: Pick<Login, 'outcome'>): void {
  if (outcome.result === 'failed' || outcome.result === 'unsupported')
    judge.inconclusive('the client to take the response and to answer', outcomeText(outcome));
}

export async function verifyNotLoggedIn(
  client: ClientUnderTest,
  judge: Judge,
  session?: string,
): Promise<void> {
  const status = await client.status(session);
  if (status?.authenticated)
    judge.fail({ expected: 'nobody to be logged in', received: 'status authenticated: true' });
}
