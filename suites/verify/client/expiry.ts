import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { refreshRequests } from './session.js';

/** What a client says of its token's expiry, in seconds from now: unknown is as good as right, and NaN is neither. */
export function verifyExpiry(
  judge: Judge,
  told: number | null | undefined,
  least: number,
  most: number,
): void {
  if (told === undefined || told === null || (told >= least && told <= most)) return;
  judge.warn({
    expected: `an expiry that is unknown or ${least} to ${most} s ahead`,
    received: `${Math.round(told)} s`,
  });
}

/** A token that expires after these seconds is renewed then, or used and refused. */
export async function verifyEnds(client: ClientUnderTest, judge: Judge, seconds: number): Promise<void> {
  await client.advance(seconds + 1);
  const [begun, before] = [performance.now(), client.provider.at('resource').length];
  await client.call();
  const asked = client.provider.at('resource').slice(before);
  if (refreshRequests(client, begun).length > 0 || asked.some(({ status }) => status === 401)) return;
  judge.warn({ expected: `a refresh or a 401 after ${seconds} s`, received: 'neither' });
}
