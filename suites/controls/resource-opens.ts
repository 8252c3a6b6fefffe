import { resourceToken, sendBearer } from '../../fixtures/server/resource-request.js';
import type { ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import { showStanding } from '../../fixtures/server/standing-tokens.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { opens, verifyOpens } from '../verify/resource-refusal.js';

/** An access token opens the protected resource (RFC 6750 §2.1). */
export async function resourceOpens(server: ServerUnderTest, judge: Judge): Promise<void> {
  const url = server.facts.server.resourceUrl;
  if (url === undefined) judge.inconclusive('a protected resource', 'none in the subject file');
  const answer = await showStanding(server, {
    place: 'resource',
    obtain: () => resourceToken(server),
    present: (token) => sendBearer(server, url, token),
    good: opens,
  });
  verifyOpens(judge, answer);
}
