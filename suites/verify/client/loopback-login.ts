import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { Started } from '../../../fixtures/client/login.js';
import { isListenedOn } from '../../../fixtures/client/loopback-port.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';

/** Addresses behind the hosts of a loopback redirect URI. */
const addresses: Record<string, string[]> = {
  '127.0.0.1': ['127.0.0.1'],
  '[::1]': ['::1'],
  localhost: ['127.0.0.1', '::1'],
};

/** Where the client wants its response: on loopback (RFC 8252 §7.3), better not by name (§8.3). */
export function loopbackOf(judge: Judge, { parameters }: Started): { address: string[]; port: number } {
  const redirectUri = parameters.get('redirect_uri') ?? '';
  const { hostname = '', port } = URL.canParse(redirectUri) ? new URL(redirectUri) : {};
  const expected = 'redirect_uri on 127.0.0.1 or [::1]';
  const address =
    addresses[hostname] ?? judge.fail({ expected, received: redirectUri === '' ? 'none' : redirectUri });
  if (hostname === 'localhost') judge.warn({ expected, received: 'the name localhost' });
  return { address, port: Number(port || 80) };
}

/** The login goes on at a listener of the client's own, on the port that it named. */
export async function verifyListens(client: ClientUnderTest, judge: Judge, started: Started): Promise<void> {
  const { address, port } = loopbackOf(judge, started);
  const listening = await Promise.all(address.map((one) => isListenedOn(one, port)));
  if (!listening.includes(true))
    judge.fail({ expected: 'a listener at the redirect_uri', received: `nobody listens on port ${port}` });
  const response = await client.provider.approve(started.url);
  const { tokenRequests, outcome } = await client.finish(started, response);
  if (tokenRequests.length === 0)
    judge.inconclusive('an access token request', `none; the client reported ${outcomeText(outcome)}`);
}
