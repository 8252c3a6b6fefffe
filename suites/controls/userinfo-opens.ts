import { describeAnswer, type ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';

/** A fresh access token opens userinfo (OpenID Connect Core §5.3). */
export async function userinfoOpens(server: ServerUnderTest, judge: Judge): Promise<void> {
  const { accessToken } = await server.obtainTokens();
  const answer = await server.transport.send({
    method: 'GET',
    url: server.endpoint('userinfo'),
    headers: { authorization: `Bearer ${accessToken}` },
  });
  if (answer.status !== 200)
    judge.fail({ expected: '200 for a valid access token', received: describeAnswer(answer) });
}
