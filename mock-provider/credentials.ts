import type { BackChannelExchange } from './endpoints/back-channel.js';
import { OAuthError } from './oauth-error.js';

/** What a request presents to say which client it is (RFC 6749 §2.3). */
export type PresentedCredentials =
  | { method: 'none'; clientId: string }
  | { method: 'client_secret_basic' | 'client_secret_post'; clientId: string; secret: string }
  | { method: 'private_key_jwt'; clientId: string | undefined; assertion: string };

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Reads the one method that a request uses; more than one at once is refused (RFC 6749 §2.3). */
export function presentedCredentials(exchange: BackChannelExchange): PresentedCredentials | undefined {
  const presented = [basic(exchange), post(exchange), assertion(exchange)].filter(
    (credentials) => credentials !== undefined,
  );
  if (presented.length > 1)
    throw new OAuthError('invalid_request', 'use one method of client authentication, not several');
  const [credentials] = presented;
  const clientId = exchange.parameters.get('client_id');
  if (credentials === undefined) return clientId === undefined ? undefined : { method: 'none', clientId };
  if (clientId !== undefined && credentials.clientId !== undefined && credentials.clientId !== clientId) {
    throw new OAuthError(
      'invalid_request',
      'client_id in the body differs from that of the client authentication',
    );
  }
  return credentials;
}

/** Identifier and secret are form-encoded before they are joined (RFC 6749 §2.3.1). */
function basic(exchange: BackChannelExchange): PresentedCredentials | undefined {
  const header = exchange.request.headers.authorization;
  if (header === undefined) return undefined;
  const pair = /^basic +([A-Za-z0-9+/=]+)$/i.exec(header)?.[1];
  const [clientId, secret] = Buffer.from(pair ?? '', 'base64')
    .toString('utf8')
    .split(/:(.*)/s, 2)
    .map(formDecoded);
  if (!clientId || secret === undefined) {
    throw exchange.seams.clientAuthentication.refusal(
      'the Authorization header holds no Basic credentials',
      exchange,
    );
  }
  return { method: 'client_secret_basic', clientId, secret };
}

function formDecoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

function post({ parameters }: BackChannelExchange): PresentedCredentials | undefined {
  const [clientId, secret] = [parameters.get('client_id'), parameters.get('client_secret')];
  if (secret === undefined) return undefined;
  if (clientId === undefined) throw new OAuthError('invalid_request', 'client_secret came without client_id');
  return { method: 'client_secret_post', clientId, secret };
}

function assertion({ parameters }: BackChannelExchange): PresentedCredentials | undefined {
  const value = parameters.get('client_assertion');
  if (value === undefined) return undefined;
  if (parameters.get('client_assertion_type') !== assertionType) {
    throw new OAuthError('invalid_request', `client_assertion_type must be ${assertionType}`);
  }
  return { method: 'private_key_jwt', clientId: parameters.get('client_id'), assertion: value };
}
