import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { Login } from '../../../fixtures/client/login.js';
import type { PlayedProvider } from '../../../fixtures/client/played-provider.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { verifyReceived } from './aborted.js';

/**
 * A login that begins at the attacker, who sends the browser on to the honest server. That one redirects only where it
 * knows the client, so the attacker names the redirect URI that the client has for it.
 */
export async function forwardedLogin(
  client: ClientUnderTest,
  judge: Judge,
  attacker: PlayedProvider,
  honestRedirect: string | undefined,
): Promise<Login> {
  const started = await client.begin({ issuer: attacker.issuer });
  if (!started.url.startsWith(`${attacker.issuer}/`))
    judge.inconclusive(`the login to begin at ${attacker.issuer}`, started.url.replace(/\?.*/s, ''));
  const url = new URL(started.url);
  if (honestRedirect !== undefined) url.searchParams.set('redirect_uri', honestRedirect);
  return client.finish(started, await attacker.approve(url.href));
}

/** The client may refuse the response, or redeem its code where it was issued. */
export function verifyNotHandedOver(
  client: ClientUnderTest,
  judge: Judge,
  { issuer }: PlayedProvider,
  login: Login,
): void {
  const sent = client.requestsWith(login.code ?? judge.inconclusive('a code in the response', 'none'));
  const stolen = sent.find((request) => request.issuer === issuer);
  if (stolen !== undefined)
    judge.fail({
      expected: "no request at the attacker's server with the honest code",
      received: `${stolen.method} ${stolen.url.replace(/\?.*/s, '')} with it`,
    });
  verifyReceived(judge, login);
  if (login.outcome.result === 'ok' && sent.length === 0)
    judge.fail({ expected: 'no login without a token request', received: 'the client reported ok' });
  if (login.outcome.result === 'rejected') client.refused(login.code, 'code');
}
