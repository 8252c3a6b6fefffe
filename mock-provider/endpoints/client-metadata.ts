import { randomUUID } from 'node:crypto';
import type { JWK } from 'jose';
import { type Client, clientAuthenticationMethods, registerable } from '../client.js';
import { type Exchange, spaceSeparated } from '../exchange.js';
import { describable, OAuthError } from '../oauth-error.js';
import { randomToken } from '../random.js';
import { grantTypes } from './token.js';

/** What a client sends to register (RFC 7591 §2), before any of it was looked at. */
export type ClientMetadata = Record<string, unknown>;

/** The client that the metadata ask for, or `invalid_client_metadata` / `invalid_redirect_uri` (RFC 7591 §3.2.2). */
export function requestedClient(metadata: ClientMetadata, exchange: Exchange): Client {
  const { scopes } = exchange.tenant;
  const method =
    oneOf(metadata, 'token_endpoint_auth_method', clientAuthenticationMethods) ?? 'client_secret_basic';
  const grants = requestedGrants(metadata);
  const name = string(metadata, 'client_name');
  const type = oneOf(metadata, 'application_type', ['native', 'web'] as const);
  const jwks = requestedKeys(metadata);
  if (method === 'private_key_jwt' && jwks === undefined)
    throw invalid('private_key_jwt needs jwks with keys');
  return registerable(
    {
      client_id: randomUUID(),
      token_endpoint_auth_method: method,
      redirect_uris: requestedRedirectUris(metadata, grants, exchange),
      grant_types: grants,
      scope: requestedScope(metadata, scopes),
      ...(name === undefined ? {} : { client_name: name }),
      ...(type === undefined ? {} : { application_type: type }),
      ...(jwks === undefined ? {} : { jwks }),
      ...(method.startsWith('client_secret_') ? { client_secret: randomToken() } : {}),
    },
    scopes,
  );
}

function requestedGrants(metadata: ClientMetadata): string[] {
  const grants = strings(metadata, 'grant_types') ?? ['authorization_code'];
  const unknown = grants.find((grant) => !grantTypes.includes(grant));
  if (unknown !== undefined) throw invalid(`grant type ${describable(unknown)} is not served`);
  const responses = strings(metadata, 'response_types') ?? [];
  const unserved = responses.find((response) => response !== 'code');
  if (unserved !== undefined) throw invalid(`response type ${describable(unserved)} is not served`);
  // RFC 7591 §2.1: the two lists say the same in two ways.
  if (responses.length > 0 && !grants.includes('authorization_code'))
    throw invalid('response type code goes with grant type authorization_code');
  return grants;
}

function requestedRedirectUris(metadata: ClientMetadata, grants: string[], exchange: Exchange): string[] {
  const uris = strings(metadata, 'redirect_uris') ?? [];
  if (grants.includes('authorization_code') && uris.length === 0)
    throw invalidRedirect('redirect_uris is empty');
  for (const uri of uris) exchange.seams.registration.checkRedirectUri(uri, exchange);
  return uris;
}

function requestedScope(metadata: ClientMetadata, served: string[]): string[] {
  if (metadata.scope === undefined) return served;
  const scope = spaceSeparated(string(metadata, 'scope'));
  const unknown = scope.find((value) => !served.includes(value));
  if (unknown !== undefined) throw invalid(`scope ${describable(unknown)} is unknown`);
  return scope;
}

function requestedKeys(metadata: ClientMetadata): { keys: JWK[] } | undefined {
  const jwks = metadata.jwks;
  if (jwks === undefined) return undefined;
  const keys = typeof jwks === 'object' && jwks !== null && 'keys' in jwks ? jwks.keys : undefined;
  if (!Array.isArray(keys) || keys.length === 0 || !keys.every(isPublicKey))
    throw invalid('jwks must be a JWK set of public keys');
  return { keys };
}

/** A private or symmetric key in a registration is a secret that was just given away. */
export function isPublicKey(value: unknown): value is JWK {
  if (typeof value !== 'object' || value === null || !('kty' in value)) return false;
  return typeof value.kty === 'string' && !('d' in value) && !('k' in value);
}

function strings(metadata: ClientMetadata, name: string): string[] | undefined {
  const value = metadata[name];
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw name === 'redirect_uris'
    ? invalidRedirect('redirect_uris must be an array of strings')
    : invalid(`${name} must be an array of strings`);
}

function string(metadata: ClientMetadata, name: string): string | undefined {
  const value = metadata[name];
  if (value === undefined || typeof value === 'string') return value;
  throw invalid(`${name} must be a string`);
}

function oneOf<T extends string>(
  metadata: ClientMetadata,
  name: string,
  allowed: readonly T[],
): T | undefined {
  const value = string(metadata, name);
  if (value === undefined) return undefined;
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw invalid(`${name} must be one of ${allowed.join(', ')}`);
  return found;
}

export function invalid(description: string): OAuthError {
  return new OAuthError('invalid_client_metadata', describable(description));
}

function invalidRedirect(description: string): OAuthError {
  return new OAuthError('invalid_redirect_uri', describable(description));
}
