import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { hasWorked } from '../../../fixtures/client/login.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';

/**
 * Authorization requests of logins with nothing in common: each is begun by a client that has forgotten the others, and
 * reaches the provider.
 */
export async function begun(client: ClientUnderTest, count: number): Promise<URLSearchParams[]> {
  const requests: URLSearchParams[] = [];
  while (requests.length < count) {
    await client.reset();
    const { url, parameters } = await client.begin();
    await client.provider.approve(url);
    requests.push(parameters);
  }
  return requests;
}

/** The same where the client has read metadata without code_challenge_methods_supported; it may refuse to begin. */
export async function begunWithoutPromise(
  client: ClientUnderTest,
  judge: Judge,
  logins: number,
): Promise<URLSearchParams[]> {
  if (!client.hello.capabilities.includes('client.discovery')) return [];
  await client.provider.play('as-metadata-no-pkce-methods');
  const requests: URLSearchParams[] = [];
  while (requests.length < logins) {
    const begun = await beginAfterReading(client);
    if (typeof begun === 'string') {
      judge.note(`not seen where PKCE is not promised: ${begun}`);
      break;
    }
    requests.push(begun);
  }
  await client.provider.play();
  return requests;
}

/** The authorization request of a client that has read the metadata for it, or in words why there is none. */
async function beginAfterReading(client: ClientUnderTest): Promise<URLSearchParams | string> {
  const read = client.provider.at('metadata').length;
  const reset = await client.tryReset();
  if (!hasWorked(reset)) return outcomeText(reset);
  const outcome = await client.tryBegin();
  if (outcome.result !== 'ok') return outcomeText(outcome);
  if (client.provider.at('metadata').length === read) return 'the client did not read the metadata again';
  return new URL(outcome.url).searchParams;
}
