import type { Exchange } from '../exchange.js';
import { OAuthError } from '../oauth-error.js';
import type { TokenRecord } from '../records.js';
import { json, type Reply } from '../reply.js';
import { authenticateClient } from '../steps/authenticate-client.js';
import { isLive } from '../store.js';
import { answerJson, type BackChannelExchange, backChannel, readForm } from './back-channel.js';

const steps = [readForm, authenticateCaller, describeToken];

/** RFC 7662 §2. */
export function introspection(exchange: Exchange): Promise<Reply> {
  return answerJson(backChannel(exchange, 'introspection'), steps);
}

/** RFC 7662 §2.1: public clients prove nothing, so they are not let in. */
async function authenticateCaller(exchange: BackChannelExchange): Promise<void> {
  try {
    await authenticateClient(exchange);
    if (exchange.client.token_endpoint_auth_method === 'none') {
      throw exchange.seams.clientAuthentication.refusal(
        'introspection is for clients that authenticate',
        exchange,
      );
    }
  } catch (error) {
    exchange.client = exchange.seams.introspection.anonymous(error, exchange);
  }
}

async function describeToken(exchange: BackChannelExchange): Promise<Reply> {
  const { parameters, seams, tenant, client } = exchange;
  const value = parameters.get('token');
  if (value === undefined) throw new OAuthError('invalid_request', 'token is missing');
  const record = tenant.store.findToken(value);
  const shown =
    record !== undefined && isLive(record, tenant.clock.now()) && seams.introspection.visible(record, client)
      ? record
      : undefined;
  const body = shown === undefined ? { active: false } : described(shown, tenant.issuer);
  return json(200, seams.introspection.answer(body, shown), { 'cache-control': 'no-store' });
}

function described(record: TokenRecord, issuer: string): Record<string, unknown> {
  const { grant, issuedAt, expiresAt } = record;
  const common = {
    active: true,
    client_id: grant.client.client_id,
    sub: grant.sub ?? grant.client.client_id,
    iss: issuer,
    iat: issuedAt,
    exp: expiresAt,
  };
  if (record.kind === 'refresh_token') return { ...common, scope: grant.scope.join(' ') };
  return { ...common, token_type: 'Bearer', scope: record.scope.join(' '), aud: record.audience };
}
