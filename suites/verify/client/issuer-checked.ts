import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { Login } from '../../../fixtures/client/login.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { verifyAborted } from './aborted.js';
import { hasRedirectPerIssuer } from './redirect-per-issuer.js';

/** ABORT at a response whose iss is wrong; a warning where a redirect URI for each issuer stands in for RFC 9207. */
export async function verifyIssuerChecked(
  client: ClientUnderTest,
  judge: Judge,
  login: Login,
): Promise<void> {
  const redeemed = login.code !== undefined && client.requestsWith(login.code).length > 0;
  if (redeemed && (await hasRedirectPerIssuer(client)))
    return judge.warn({
      expected: 'no token request after this response',
      received: 'one, by a client that tells issuers apart by their redirect URIs',
    });
  await verifyAborted(client, judge, login);
}
