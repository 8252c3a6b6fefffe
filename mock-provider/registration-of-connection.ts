import { redirectUrlOf } from '../connection/redirect-url.js';
import type { Connection, ConnectionAuth } from '../connection/subject.js';
import type { ClientAuthenticationMethod, ClientOptions } from './client.js';

/** The client that a connection belongs to, as its provider has it registered. */
export function registrationOf(connection: Connection): ClientOptions {
  const { auth } = connection;
  const redirectUri = redirectUrlOf(connection);
  const method = authenticationOf(auth);
  return {
    client_id: literalOr(auth.clientId, 'demo'),
    client_name: typeof connection.title === 'string' ? `Client of ${connection.title}` : connection.id,
    token_endpoint_auth_method: method,
    redirect_uris: redirectUri === undefined ? ['http://127.0.0.1/callback'] : [redirectUri],
    require_pkce: method === 'none',
    ...(method === 'none' ? {} : { client_secret: literalOr(auth.clientSecret, 'demo-secret') }),
  };
}

function authenticationOf({
  clientAuthentication,
  clientSecret,
  clientType,
}: ConnectionAuth): ClientAuthenticationMethod {
  if (clientAuthentication === 'private_key_jwt') return 'client_secret_basic';
  if (clientAuthentication !== undefined) return clientAuthentication;
  return clientSecret === undefined && clientType !== 'confidential' ? 'none' : 'client_secret_basic';
}

/** What stands for a value of the environment is not a value that anybody could send. */
function literalOr(text: string | undefined, otherwise: string): string {
  return text === undefined || text.includes('${') ? otherwise : text;
}
