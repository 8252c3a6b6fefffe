import { clientRoles, type TestClient } from '../../fixtures/server/clients.js';
import { unique } from '../../fixtures/server/pkce.js';
import { describeAnswer, type ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { jsonObject } from '../../fixtures/wire/transport.js';
import { verifyAvailable } from '../verify/unavailable.js';

/** A client that authenticates is told about a token (RFC 7662 §2.2): of a made-up one, that it is not active. */
export async function introspectionAnswers(server: ServerUnderTest, judge: Judge): Promise<void> {
  const expected = '200 with a boolean member active';
  const answer = await server.as(introspectingClient(server, judge)).post('introspection', {
    token: unique(),
  });
  verifyAvailable(judge, expected, answer);
  if (answer.status !== 200 || typeof jsonObject(answer)?.active !== 'boolean')
    judge.fail({ expected, received: describeAnswer(answer) });
}

/** The client declared to introspect; else the first that can authenticate, which many servers let in too. */
export function introspectingClient({ facts }: ServerUnderTest, judge: Judge): TestClient {
  const { clients } = facts;
  return (
    clients.find(clientRoles['introspection-client']) ??
    clients.find(({ authentication }) => authentication !== 'none') ??
    judge.inconclusive('a client that may introspect', 'none in the subject file (introspects: true)')
  );
}
