import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { PlayedProvider } from '../../../fixtures/client/played-provider.js';

/**
 * The redirect URI that a client of several issuers names to its own provider, where it has another one for `other`:
 * a mix-up defence of its own (RFC 9700 §4.4.2.2). Undefined where both are the same, whatever port it listens on.
 */
export async function redirectApartFrom(
  client: ClientUnderTest,
  other: PlayedProvider,
): Promise<string | undefined> {
  await client.reset({ others: [other] });
  const own = (await client.begin()).parameters.get('redirect_uri') ?? '';
  const another = (await client.begin({ issuer: other.issuer })).parameters.get('redirect_uri') ?? '';
  return withoutPort(own) === withoutPort(another) ? undefined : own;
}

/** Whether a client that does not declare RFC 9207 tells issuers apart by their redirect URIs. */
export async function hasRedirectPerIssuer(client: ClientUnderTest): Promise<boolean> {
  const { capabilities } = client.hello;
  if (capabilities.includes('client.iss') || !capabilities.includes('client.multi-as')) return false;
  return (await redirectApartFrom(client, await client.addProvider())) !== undefined;
}

/** A loopback listener has another port for each login (RFC 8252 §7.3), which sets no issuer apart. */
function withoutPort(uri: string): string {
  return uri.replace(/^(http:\/\/(?:127\.0\.0\.1|\[::1\]|localhost)):\d+/i, '$1');
}
