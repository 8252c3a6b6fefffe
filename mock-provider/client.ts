import type { JWK } from 'jose';
import { defined } from '../connection/defined.js';

export const clientAuthenticationMethods = [
  'none',
  'client_secret_basic',
  'client_secret_post',
  'private_key_jwt',
] as const;
export type ClientAuthenticationMethod = (typeof clientAuthenticationMethods)[number];

/** A registered client, in the wire names of RFC 7591 §2 and with two switches of our own. */
export interface Client {
  client_id: string;
  client_name: string;
  client_secret?: string;
  token_endpoint_auth_method: ClientAuthenticationMethod;
  redirect_uris: string[];
  grant_types: string[];
  scope: string[];
  application_type: 'native' | 'web';
  jwks?: { keys: JWK[] };
  /**
   * False: the client may leave PKCE out when it sends a nonce instead, the one exception that OAuth 2.1 grants,
   * and only to confidential clients (draft-16 §7.5.1).
   */
  require_pkce: boolean;
  /** May call the introspection endpoint for tokens of every client, as a resource server does. */
  may_introspect: boolean;
}

/** What a person writes to register a client; the rest follows from it. */
export type ClientOptions = Pick<Client, 'client_id'> & Partial<Omit<Client, 'client_id'>>;

export function registerable(options: ClientOptions, scopes: readonly string[]): Client {
  const method = options.token_endpoint_auth_method ?? impliedMethod(options);
  const redirects = options.redirect_uris ?? [];
  return {
    client_name: options.client_id,
    redirect_uris: redirects,
    grant_types: ['authorization_code', 'refresh_token'],
    scope: [...scopes],
    application_type: redirects.some((uri) => uri.startsWith('https:')) ? 'web' : 'native',
    require_pkce: true,
    may_introspect: false,
    ...defined(options),
    token_endpoint_auth_method: method,
  };
}

function impliedMethod(options: ClientOptions): ClientAuthenticationMethod {
  if (options.jwks !== undefined) return 'private_key_jwt';
  return options.client_secret === undefined ? 'none' : 'client_secret_basic';
}
