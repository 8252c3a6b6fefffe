import { clientRoles, type TestClient } from '../../fixtures/server/clients.js';
import { describeAnswer, type ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import type { Answer } from '../../fixtures/wire/transport.js';
import { errorCode } from '../verify/token-error.js';
import { verifyTokenResponse } from '../verify/token-response.js';

/** A confidential client gets a token for itself, and no refresh token (RFC 6749 §4.4.3). */
export async function serviceToken(server: ServerUnderTest, judge: Judge): Promise<void> {
  const body = verifyTokenResponse(judge, await requestServiceToken(server, judge));
  if (body.refresh_token !== undefined) {
    judge.warn({
      expected: 'no refresh_token in a client_credentials response',
      received: 'a refresh_token',
    });
  }
}

/** The answer to client_credentials of a client that has the right to it. */
export async function requestServiceToken(server: ServerUnderTest, judge: Judge): Promise<Answer> {
  const client = serviceClient(server);
  const answer = await ask(server.as(client));
  if (!clientRoles['service-client'](client) && errorCode(answer) === 'unauthorized_client') {
    judge.inconclusive(
      'a client that may use client_credentials (grantTypes in the subject file)',
      `${describeAnswer(answer)} for client ${client.name}`,
    );
  }
  return answer;
}

/** The client in use if it may, else one that the file says may, else any with a secret: the metadata offer the grant. */
function serviceClient(server: ServerUnderTest): TestClient {
  const may = clientRoles['service-client'];
  if (may(server.client)) return server.client;
  return server.facts.clients.find(may) ?? server.clientFor('confidential-client');
}

/** Without scope; where the server has no default for it (RFC 6749 §3.3) with those of the subject file. */
async function ask(server: ServerUnderTest): Promise<Answer> {
  const parameters = { grant_type: 'client_credentials' };
  const answer = await server.tokenRequest(parameters);
  const scopes = (server.client.scopes ?? server.facts.scopes).filter((scope) => scope !== 'openid');
  if (errorCode(answer) !== 'invalid_scope' || scopes.length === 0) return answer;
  return server.tokenRequest({ ...parameters, scope: scopes.join(server.facts.scopeSeparator) });
}
