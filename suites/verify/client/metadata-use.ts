import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { hasWorked } from '../../../fixtures/client/login.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { PlayedProvider } from '../../../fixtures/client/played-provider.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { verifyNotLoggedIn } from './aborted.js';

/** In words, how a client goes on with metadata that lead to an attacker; undefined where it refuses them. */
export async function useOfMetadata(
  client: ClientUnderTest,
  judge: Judge,
  attacker: PlayedProvider,
): Promise<string | undefined> {
  const [read, met] = [client.provider.at('metadata').length, attacker.seen.length];
  const reset = await client.tryReset();
  const begun = hasWorked(reset) ? await client.tryBegin() : undefined;
  const [request] = attacker.seen.slice(met);
  if (request !== undefined) return `${request.method} ${request.url.replace(/\?.*/s, '')}`;
  if (begun?.result === 'ok') return `a login that begins at ${begun.url.replace(/\?.*/s, '')}`;
  const last = begun ?? reset;
  if (last.result === 'failed' || last.result === 'unsupported')
    judge.inconclusive('the client to report an error', outcomeText(last));
  if (client.provider.at('metadata').length === read)
    judge.inconclusive('the metadata to be read', 'no request for it');
  if (begun !== undefined) await verifyNotLoggedIn(client, judge);
  return undefined;
}
