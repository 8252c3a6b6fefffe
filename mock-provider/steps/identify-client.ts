import type { AuthorizationExchange } from '../endpoints/authorization.js';
import { OAuthError } from '../oauth-error.js';
import type { Reply } from '../reply.js';
import { errorResponse } from './authorization-answer.js';

/** RFC 6749 §4.1.2.1: without a known client there is nobody to redirect to. */
export async function identifyClient(exchange: AuthorizationExchange): Promise<Reply | undefined> {
  const { parameters, seams, tenant, repeated } = exchange;
  const clientId = parameters.get('client_id');
  const client = clientId === undefined ? undefined : tenant.clients.get(clientId);
  if (client !== undefined && repeated !== 'client_id') {
    exchange.client = client;
    return undefined;
  }
  const error = unidentified(clientId, repeated);
  const redirectUri = parameters.get('redirect_uri');
  if (!seams.authorizationRequest.redirectsUnknownClient || redirectUri === undefined) throw error;
  return errorResponse(exchange, { redirectUri, state: parameters.get('state') }, error);
}

function unidentified(clientId: string | undefined, repeated: string | undefined): OAuthError {
  if (clientId === undefined) return new OAuthError('invalid_request', 'client_id is missing');
  if (repeated === 'client_id') return new OAuthError('invalid_request', 'client_id came more than once');
  return new OAuthError('unauthorized_client', 'no client is registered under this client_id');
}
