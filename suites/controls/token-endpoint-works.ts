import { clientRoles, mayUseCode } from '../../fixtures/server/clients.js';
import { describeAnswer, type ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { carriesAccessToken } from '../verify/token-refusal.js';
import { codeRoundtrip } from './code-roundtrip.js';
import { requestServiceToken } from './service-token.js';

/** The token endpoint issues a token for a correct request: for a code, or to a service where nobody can log in. */
export async function tokenEndpointWorks(server: ServerUnderTest, judge: Judge): Promise<void> {
  const { clients, login } = server.facts;
  const coded = mayUseCode(server.client) ? server.client : server.codeClients[0];
  if (login !== undefined && coded !== undefined) return codeRoundtrip(server.as(coded), judge);
  const expected = 'a request that is granted a token';
  if (!clients.some(clientRoles['service-client'])) {
    judge.inconclusive(
      expected,
      'a subject file without a login (server.login) and without a client that may use client_credentials',
    );
  }
  const answer = await requestServiceToken(server, judge);
  if (answer.status !== 200 || !carriesAccessToken(answer))
    judge.fail({ expected, received: describeAnswer(answer) });
}
