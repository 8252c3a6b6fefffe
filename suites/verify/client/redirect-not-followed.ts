import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { PlayedProvider } from '../../../fixtures/client/played-provider.js';
import type { SeenRequest } from '../../../fixtures/client/seen-request.js';
import type { Outcome } from '../../../fixtures/drivers/driver.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';

/** Parameters of a token request that open something. */
const credentials = ['code', 'code_verifier', 'client_secret', 'client_assertion', 'refresh_token'];

/**
 * Warns where a client that was redirected by the answer to `request` sent any of its credentials on to the
 * accomplice, or took the redirect for a success. Inconclusive where it was not met, or the client did not answer.
 */
export function verifyNotFollowed(
  client: ClientUnderTest,
  judge: Judge,
  accomplice: PlayedProvider,
  request: SeenRequest | undefined,
  outcome: Outcome<'callback' | 'refresh'>,
): void {
  if (request?.status === undefined || request.status >= 400)
    judge.inconclusive('a token request that is redirected', `none; ${outcomeText(outcome)}`);
  const received = accomplice.seen.flatMap((seen) => handedOver(client, seen, request as SeenRequest));
  if (received.length > 0)
    judge.warn({
      expected: 'nothing that opens anything sent to where the redirect leads',
      received: [...new Set(received)].join(', '),
    });
  else if (accomplice.seen.length > 0)
    judge.note(`the redirect was followed by a ${accomplice.seen[0]?.method} without credentials`);
  if (outcome.result === 'failed' || outcome.result === 'unsupported')
    judge.inconclusive('the client to answer', outcomeText(outcome));
  if (outcome.result === 'ok') judge.warn({ expected: 'the redirect reported as an error', received: 'ok' });
}

/** What a request carries, in any place, of the credentials of the one that was redirected. */
function handedOver({ configuration }: ClientUnderTest, seen: SeenRequest, request: SeenRequest): string[] {
  const carried = credentials.filter((name) => {
    const value = name === 'client_secret' ? configuration.clientSecret : request.parameter(name);
    return value !== undefined && seen.carries(value);
  });
  return seen.header('authorization') === undefined ? carried : [...carried, 'an Authorization header'];
}
