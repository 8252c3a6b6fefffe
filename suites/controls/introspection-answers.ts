import { clientRoles } from '../../fixtures/server/clients.js';
import { describeAnswer, type ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { jsonObject } from '../../fixtures/wire/transport.js';

/** An entitled client is told about a token (RFC 7662 §2.2). */
export async function introspectionAnswers(server: ServerUnderTest, judge: Judge): Promise<void> {
  const caller = server.facts.clients.find(clientRoles['introspection-client']);
  if (caller === undefined)
    judge.inconclusive('a client that may introspect', 'none in the subject file (introspects: true)');
  const answer = await server.as(caller).post('introspection', { token: 'harness-made-up' });
  if (answer.status !== 200 || typeof jsonObject(answer)?.['active'] !== 'boolean') {
    judge.fail({ expected: '200 with a boolean member active', received: describeAnswer(answer) });
  }
}
