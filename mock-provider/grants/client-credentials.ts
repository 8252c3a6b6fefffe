import type { BackChannelExchange } from '../endpoints/back-channel.js';
import { spaceSeparated } from '../exchange.js';
import { OAuthError } from '../oauth-error.js';
import type { TokenBody } from '../seams/token-response.js';
import { checkedScope } from '../steps/check-scope.js';
import { directGrant, requestedAudience, tokenBody } from './grant.js';

/** RFC 6749 §4.4: for confidential clients only, without refresh token. */
export async function clientCredentialsGrant(exchange: BackChannelExchange): Promise<TokenBody> {
  const { client, parameters } = exchange;
  if (client.token_endpoint_auth_method === 'none') {
    throw new OAuthError('unauthorized_client', 'client_credentials is for confidential clients');
  }
  const scope = checkedScope(spaceSeparated(parameters.get('scope')), client).filter(
    (value) => value !== 'openid',
  );
  const grant = directGrant(exchange, undefined, scope);
  const audience = requestedAudience(exchange, grant);
  return tokenBody(exchange, { grantType: 'client_credentials', grant, scope, audience });
}
