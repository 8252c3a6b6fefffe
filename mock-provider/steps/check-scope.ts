import type { Client } from '../client.js';
import type { AuthorizationExchange } from '../endpoints/authorization.js';
import { describable, OAuthError } from '../oauth-error.js';

/** RFC 6749 §3.3: each scope must be one of the client's; none asked for means all but openid, and the answer says which. */
export function checkScope(exchange: AuthorizationExchange): void {
  const { parameters, client, seams } = exchange;
  const asked = seams.authorizationRequest.scopes(parameters.get('scope'), exchange);
  exchange.scope = checkedScope(asked, client);
}

export function checkedScope(scope: string[], client: Client): string[] {
  const excess = scope.find((value) => !client.scope.includes(value));
  if (excess !== undefined) {
    throw new OAuthError(
      'invalid_scope',
      `scope ${describable(excess)} is unknown or not open to this client`,
    );
  }
  return scope.length > 0 ? scope : client.scope.filter((value) => value !== 'openid');
}
