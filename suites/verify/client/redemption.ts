import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { ResetChanges } from '../../../fixtures/client/driven-client.js';
import type { Login } from '../../../fixtures/client/login.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { SeenRequest } from '../../../fixtures/client/seen-request.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';

/** A login with the access token request that it led to. */
export interface Redemption extends Login {
  tokenRequest: SeenRequest;
}

/**
 * One login for rows that judge the client's own requests, whatever is answered: it needs the access token request,
 * not a successful end. Inconclusive where there is none.
 */
export async function redemption(
  client: ClientUnderTest,
  judge: Judge,
  options: Parameters<ClientUnderTest['login']>[0] = {},
  changes: ResetChanges = {},
): Promise<Redemption> {
  await client.reset(changes);
  return redemptionOf(judge, await client.login(options));
}

/** The same of a login that is done, where the client was not to be reset before. */
export function redemptionOf(judge: Judge, login: Login): Redemption {
  const [tokenRequest] = login.tokenRequests;
  if (tokenRequest === undefined)
    return judge.inconclusive(
      'an access token request',
      `none; the client reported ${outcomeText(login.outcome)}`,
    );
  return { ...login, tokenRequest };
}
