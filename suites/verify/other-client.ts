import { mayUseCode } from '../../fixtures/server/clients.js';
import { describeAnswer, type ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import type { Answer } from '../../fixtures/wire/transport.js';
import { refusesClient } from './revocation.js';

/**
 * Another client, properly identified, that the endpoint lets in. `ask` sends the request that is to be refused with
 * a made-up token: a client turned away there already would be turned away for itself, not for the token's owner.
 */
export async function admittedOther(
  server: ServerUnderTest,
  judge: Judge,
  ask: (other: ServerUnderTest) => Promise<Answer>,
): Promise<ServerUnderTest> {
  const { clients } = server.facts;
  const others = clients.filter(({ clientId }) => clientId !== server.client.clientId);
  const byUse = [...others.filter(mayUseCode), ...others.filter((client) => !mayUseCode(client))];
  let received = 'no other client in the subject file';
  for (const client of byUse) {
    const other = server.as(client);
    const answer = await ask(other);
    if (!refusesClient(answer) && answer.status !== 429 && answer.status < 500) return other;
    received = `for client ${client.name} ${describeAnswer(answer)}`;
  }
  return judge.inconclusive('another client that the endpoint lets in', received);
}
