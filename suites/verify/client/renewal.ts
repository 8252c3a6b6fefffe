import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { SeenRequest } from '../../../fixtures/client/seen-request.js';
import { refreshRequests } from './session.js';
import { ClientTime } from './time.js';

/** Moments to wait for the answer to a refresh. */
const patience = 50;

/**
 * Moves time on by `move`, and lets a client that renews by a timer of its own do what it would have done meanwhile.
 * Returns its refreshes, which were nobody's need.
 */
export async function renewalsDuring(
  client: ClientUnderTest,
  move: () => Promise<void>,
): Promise<SeenRequest[]> {
  const time = new ClientTime(client);
  const begun = performance.now();
  const renewals = () => refreshRequests(client, begun);
  await move();
  await time.moment();
  for (let turn = 0; turn < patience && renewals().some(isUnanswered); turn++) await time.moment();
  if (renewals().length > 0) await time.moment();
  return renewals();
}

function isUnanswered({ answeredAt }: SeenRequest): boolean {
  return answeredAt === undefined;
}
