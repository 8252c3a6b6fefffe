import { resourceToken, sendBearer } from '../../fixtures/server/resource-request.js';
import type { ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { verifyOpens } from '../verify/resource-refusal.js';

/** A fresh access token opens the protected resource (RFC 6750 §2.1). */
export async function resourceOpens(server: ServerUnderTest, judge: Judge): Promise<void> {
  const url = server.facts.server.resourceUrl;
  if (url === undefined) judge.inconclusive('a protected resource', 'none in the subject file');
  verifyOpens(judge, await sendBearer(server, url, await resourceToken(server)));
}
