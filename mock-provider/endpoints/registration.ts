import { randomUUID } from 'node:crypto';
import type { JWK } from 'jose';
import { type Client, clientAuthenticationMethods, registerable } from '../client.js';
import { type Exchange, spaceSeparated } from '../exchange.js';
import { describable, OAuthError } from '../oauth-error.js';
import { randomToken } from '../random.js';
import { json, type Reply } from '../reply.js';
import { answerJson, methodNotAllowed } from './back-channel.js';
import { grantTypes } from './token.js';

type Metadata = Record<string, unknown>;

/** RFC 7591 §3: open registration. */
export function registration(exchange: Exchange): Promise<Reply> {
  return answerJson(exchange, [registerClient]);
}

async function registerClient(exchange: Exchange): Promise<Reply> {
  if (exchange.request.method !== 'POST') throw methodNotAllowed(exchange);
  const { tenant, seams } = exchange;
  const client = requestedClient(readMetadata(exchange), exchange);
  tenant.clients.set(client.client_id, client);
  const { scope, require_pkce: _pkce, may_introspect: _introspect, ...registered } = client;
  const body = {
    ...registered,
    scope: scope.join(' '),
    client_id_issued_at: tenant.clock.now(),
    ...secretExpiry(client),
  };
  return json(201, seams.registration.answer(body, exchange), { 'cache-control': 'no-store' });
}

function readMetadata({ request }: Exchange): Metadata {
  const contentType = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (contentType !== 'application/json') throw invalid('client metadata is sent as application/json');
  try {
    const value: unknown = JSON.parse(request.body);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Metadata;
  } catch {
    // falls through to the refusal: no JSON and no object are the same to the sender
  }
  throw invalid('the body is no JSON object');
}

function requestedClient(metadata: Metadata, exchange: Exchange): Client {
  const { tenant } = exchange;
  const method =
    oneOf(metadata, 'token_endpoint_auth_method', clientAuthenticationMethods) ?? 'client_secret_basic';
  const redirectUris = strings(metadata, 'redirect_uris') ?? [];
  const grants = strings(metadata, 'grant_types') ?? ['authorization_code'];
  const unknownGrant = grants.find((grant) => !grantTypes.includes(grant));
  if (unknownGrant !== undefined) throw invalid(`grant type ${describable(unknownGrant)} is not served`);
  if (grants.includes('authorization_code') && redirectUris.length === 0)
    throw invalidRedirect('redirect_uris is empty');
  for (const uri of redirectUris) exchange.seams.registration.checkRedirectUri(uri, exchange);
  const scope = metadata['scope'] === undefined ? tenant.scopes : spaceSeparated(string(metadata, 'scope'));
  const unknownScope = scope.find((value) => !tenant.scopes.includes(value));
  if (unknownScope !== undefined) throw invalid(`scope ${describable(unknownScope)} is unknown`);
  const name = string(metadata, 'client_name');
  const type = oneOf(metadata, 'application_type', ['native', 'web'] as const);
  const jwks = metadata['jwks'];
  if (method === 'private_key_jwt' && !isKeySet(jwks)) throw invalid('private_key_jwt needs jwks with keys');
  return registerable(
    {
      client_id: randomUUID(),
      token_endpoint_auth_method: method,
      redirect_uris: redirectUris,
      grant_types: grants,
      scope,
      ...(name === undefined ? {} : { client_name: name }),
      ...(type === undefined ? {} : { application_type: type }),
      ...(isKeySet(jwks) ? { jwks } : {}),
      ...(method.startsWith('client_secret_') ? { client_secret: randomToken() } : {}),
    },
    tenant.scopes,
  );
}

/** RFC 7591 §3.2.1: required when a secret was issued; 0 means that it does not expire. */
function secretExpiry(client: Client): Metadata {
  return client.client_secret === undefined ? {} : { client_secret_expires_at: 0 };
}

function strings(metadata: Metadata, name: string): string[] | undefined {
  const value = metadata[name];
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw name === 'redirect_uris'
    ? invalidRedirect('redirect_uris must be an array of strings')
    : invalid(`${name} must be an array of strings`);
}

function string(metadata: Metadata, name: string): string | undefined {
  const value = metadata[name];
  if (value === undefined || typeof value === 'string') return value;
  throw invalid(`${name} must be a string`);
}

function oneOf<T extends string>(metadata: Metadata, name: string, allowed: readonly T[]): T | undefined {
  const value = string(metadata, name);
  if (value === undefined) return undefined;
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw invalid(`${name} must be one of ${allowed.join(', ')}`);
  return found;
}

function isKeySet(value: unknown): value is { keys: JWK[] } {
  return typeof value === 'object' && value !== null && 'keys' in value && Array.isArray(value.keys);
}

function invalid(description: string): OAuthError {
  return new OAuthError('invalid_client_metadata', describable(description));
}

function invalidRedirect(description: string): OAuthError {
  return new OAuthError('invalid_redirect_uri', describable(description));
}
