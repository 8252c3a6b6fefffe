import { forUserinfo, sendBearer } from '../../fixtures/server/resource-request.js';
import type { ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import { showStanding } from '../../fixtures/server/standing-tokens.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { opens, verifyOpens } from '../verify/resource-refusal.js';

/** An access token opens userinfo (OpenID Connect Core §5.3). */
export async function userinfoOpens(server: ServerUnderTest, judge: Judge): Promise<void> {
  const answer = await showStanding(server, {
    place: 'userinfo',
    obtain: async () => (await server.obtainTokens(forUserinfo(server))).accessToken,
    present: (token) => sendBearer(server, server.endpoint('userinfo'), token),
    good: opens,
  });
  verifyOpens(judge, answer);
}
