import type { AuthorizationExchange } from '../endpoints/authorization.js';
import { spaceSeparated } from '../exchange.js';
import { OAuthError } from '../oauth-error.js';

/** RFC 6749 §3.1.2.3, RFC 9700 §2.1: exact comparison; left out only where there is a single one to choose. */
export function checkRedirectUri(exchange: AuthorizationExchange): void {
  const { parameters, seams, repeated } = exchange;
  if (repeated === 'redirect_uri')
    throw new OAuthError('invalid_request', 'redirect_uri came more than once');
  const requested = parameters.get('redirect_uri');
  if (requested === undefined) {
    // OpenID Connect Core §3.1.2.1 asks for it always, OAuth only where there is a choice.
    if (spaceSeparated(parameters.get('scope')).includes('openid'))
      throw new OAuthError('invalid_request', 'redirect_uri is missing; scope openid needs it');
    const byDefault = seams.authorizationRequest.defaultRedirectUri(exchange);
    if (byDefault === undefined) throw new OAuthError('invalid_request', 'redirect_uri is missing');
    exchange.redirectUri = byDefault;
    return;
  }
  if (!seams.authorizationRequest.redirectUriMatches(requested, exchange)) {
    throw new OAuthError('invalid_request', 'redirect_uri is not one of those registered for this client');
  }
  exchange.redirectUri = requested;
}
