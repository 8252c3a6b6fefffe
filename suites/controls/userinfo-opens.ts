import { forUserinfo, sendBearer } from '../../fixtures/server/resource-request.js';
import type { ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { verifyOpens } from '../verify/resource-refusal.js';

/** A fresh access token opens userinfo (OpenID Connect Core §5.3). */
export async function userinfoOpens(server: ServerUnderTest, judge: Judge): Promise<void> {
  const { accessToken } = await server.obtainTokens(forUserinfo(server));
  verifyOpens(judge, await sendBearer(server, server.endpoint('userinfo'), accessToken));
}
