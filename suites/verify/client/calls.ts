import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { SeenRequest } from '../../../fixtures/client/seen-request.js';
import type { Inputs } from '../../../fixtures/drivers/contract.js';

/**
 * Resource requests of one untouched call: an operation of a program may need more than one, and counting has to start
 * there. Undefined: the driver cannot make such a call.
 */
export async function requestsPerCall(
  client: ClientUnderTest,
  inputs: Partial<Inputs['call']> = {},
): Promise<number | undefined> {
  const before = client.provider.at('resource').length;
  const { result } = await client.call(inputs);
  if (result === 'unsupported') return undefined;
  const asked = client.provider.at('resource').slice(before);
  return Math.max(1, asked.filter(({ status }) => status === 200).length);
}

/** How many different things were asked for, however often. */
export function differentRequests(requests: readonly SeenRequest[]): number {
  return new Set(requests.map(({ method, url, body }) => [method, url, body].join(' '))).size;
}
