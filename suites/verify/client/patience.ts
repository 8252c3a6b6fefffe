import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';

/** Seconds of the limit that `reset` asks for, which a client need not be able to take. */
export const toldSeconds = 2;

/** Seconds: the longest limit that is one, the longest that is waited for in real time, and what is added to it. */
const longest = 60;
const longestReal = 10;
const tolerance = 1;

/** Milliseconds in which what there is of an answer has reached the client. */
const arriving = 30;

/**
 * Whether an operation that met a hanging server ends within the client's limit: the one that it declares, or a
 * shorter one that it took from `reset`. Where the client's clock can be moved it is, and then only the limit that
 * `reset` asked for is waited out besides, for a client whose timers do not follow its clock.
 */
export async function endsInTime(
  client: ClientUnderTest,
  operation: Promise<unknown>,
): Promise<{ inTime: boolean; waited: string }> {
  const declared = client.hello.timeLimitSeconds;
  const ended = operation.then(() => true);
  if (await Promise.race([ended, sleep(arriving, false)])) return { inTime: true, waited: 'no time' };
  const limit = Math.min(declared ?? longest, longest);
  // Not awaited alone: an adapter that does one thing at a time moves its clock when the operation is over.
  const moved = client.can('clock') ? client.advance(limit) : undefined;
  const real =
    (moved === undefined ? Math.min(declared ?? toldSeconds, longestReal) : toldSeconds) + tolerance;
  const inTime = await Promise.race([ended, sleep(real * 1000, false)]);
  const onClock = moved === undefined ? '' : `${limit} s on its clock and `;
  const told = declared === undefined ? 'it declares no limit' : `it declares ${declared} s`;
  return {
    inTime,
    waited: `still waiting after ${onClock}${real} s (${told}, and was told ${toldSeconds} s)`,
  };
}
