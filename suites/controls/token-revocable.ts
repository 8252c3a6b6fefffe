import type { ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { verifyRevocation } from '../verify/revocation.js';

/** The client in use can end its own refresh token (RFC 7009 §2). */
export async function tokenRevocable(server: ServerUnderTest, judge: Judge): Promise<void> {
  await verifyRevocation(server, judge, 'refresh_token');
}
