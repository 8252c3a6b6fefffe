import { clientRoles } from '../../fixtures/server/clients.js';
import type { ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { codeRoundtrip } from './code-roundtrip.js';
import { serviceToken } from './service-token.js';

/** The token endpoint issues a token for a correct request: to a service where there is one, else for a code. */
export async function tokenEndpointWorks(server: ServerUnderTest, judge: Judge): Promise<void> {
  const { facts } = server;
  if (facts.login === undefined && facts.clients.some(clientRoles['service-client']))
    return serviceToken(server, judge);
  return codeRoundtrip(server, judge);
}
