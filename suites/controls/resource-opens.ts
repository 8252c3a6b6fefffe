import { describeAnswer, type ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';

/** A fresh access token opens the protected resource (RFC 6750 §2.1). */
export async function resourceOpens(server: ServerUnderTest, judge: Judge): Promise<void> {
  const { accessToken } = await server.obtainTokens(
    server.facts.server.resourceIndicators ? { resource: server.facts.server.resourceIndicators.first } : {},
  );
  const url = server.facts.server.resourceUrl as string;
  const answer = await server.transport.send({
    method: 'GET',
    url,
    headers: { authorization: `Bearer ${accessToken}` },
  });
  if (answer.status < 200 || answer.status > 299)
    judge.fail({ expected: '2xx for a valid access token', received: describeAnswer(answer) });
}
