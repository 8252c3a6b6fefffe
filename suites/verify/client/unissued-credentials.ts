import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { SeenRequest } from '../../../fixtures/client/seen-request.js';

/** The Authorization header of a request, but for a token that was issued, as to a refresh after a 401. */
export function unissuedCredentials({ provider }: ClientUnderTest): (request: SeenRequest) => string[] {
  const issued = provider.at('token').map((request) => request.answered('access_token'));
  return (request) => {
    const header = request.header('authorization');
    const isIssued = issued.some((token) => typeof token === 'string' && token === request.bearerToken);
    return header === undefined || isIssued ? [] : [header];
  };
}
