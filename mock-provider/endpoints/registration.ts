import type { Client } from '../client.js';
import type { Exchange } from '../exchange.js';
import { json, type Reply } from '../reply.js';
import { answerJson, methodNotAllowed } from './back-channel.js';
import { type ClientMetadata, invalid, requestedClient } from './client-metadata.js';

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
    response_types: client.grant_types.includes('authorization_code') ? ['code'] : [],
    scope: scope.join(' '),
    client_id_issued_at: tenant.clock.now(),
    ...secretExpiry(client),
  };
  return json(201, seams.registration.answer(body, exchange), { 'cache-control': 'no-store' });
}

function readMetadata({ request }: Exchange): ClientMetadata {
  const contentType = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (contentType !== 'application/json') throw invalid('client metadata is sent as application/json');
  try {
    const value: unknown = JSON.parse(request.body);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as ClientMetadata;
  } catch {
    // falls through to the refusal: no JSON and no object are the same to the sender
  }
  throw invalid('the body is no JSON object');
}

/** RFC 7591 §3.2.1: required when a secret was issued; 0 means that it does not expire. */
function secretExpiry(client: Client): ClientMetadata {
  return client.client_secret === undefined ? {} : { client_secret_expires_at: 0 };
}
