import { clientRoles } from '../../fixtures/server/clients.js';
import type { ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { verifyTokenResponse } from '../verify/token-response.js';

/** A confidential client gets a token for itself, and no refresh token (RFC 6749 §4.4.3). */
export async function serviceToken(server: ServerUnderTest, judge: Judge): Promise<void> {
  const client = clientRoles['service-client'](server.client)
    ? server.client
    : server.clientFor('service-client');
  const service = server.as(client);
  const body = verifyTokenResponse(judge, await service.tokenRequest({ grant_type: 'client_credentials' }));
  if (body['refresh_token'] !== undefined) {
    judge.warn({
      expected: 'no refresh_token in a client_credentials response',
      received: 'a refresh_token',
    });
  }
}
