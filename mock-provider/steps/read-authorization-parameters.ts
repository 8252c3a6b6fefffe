import type { AuthorizationExchange } from '../endpoints/authorization.js';
import { formBody, singleParameters } from '../exchange.js';
import { describable, OAuthError } from '../oauth-error.js';

/** RFC 6749 §3.1: GET with a query, POST with a form. */
export function readAuthorizationParameters(exchange: AuthorizationExchange): void {
  const { request, seams } = exchange;
  if (!seams.authorizationRequest.methodAllowed(request.method)) {
    throw new OAuthError(
      'invalid_request',
      `the authorization endpoint is called by GET or POST, not by ${describable(request.method)}`,
      405,
      {
        allow: 'GET, POST',
      },
    );
  }
  exchange.encoded = seams.authorizationRequest.parameters(
    request.method === 'POST' ? formBody(request) : new URLSearchParams(request.rawQuery),
  );
  const { parameters, repeated } = singleParameters(exchange.encoded, ['resource']);
  exchange.parameters = parameters;
  exchange.repeated = repeated;
}
