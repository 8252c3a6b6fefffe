import type { AuthorizationExchange } from '../endpoints/authorization.js';
import { OAuthError } from '../oauth-error.js';

/** RFC 6749 §3.1.1: the code flow only; no token ever leaves the authorization endpoint (RFC 9700 §2.1.2). */
export function checkResponseType(exchange: AuthorizationExchange): void {
  exchange.responseType = exchange.seams.authorizationRequest.responseType(
    exchange.parameters.get('response_type'),
    exchange,
  );
  if (!exchange.client.grant_types.includes('authorization_code')) {
    throw new OAuthError(
      'unauthorized_client',
      'this client is not registered for the authorization code flow',
    );
  }
}
