import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { hasAdapter } from './repetitions.js';

/** Whether the driver carries the client's error codes; with programs and pages an exit status or a page will do. */
export function carriesErrorCodes(client: ClientUnderTest): boolean {
  return hasAdapter(client);
}
