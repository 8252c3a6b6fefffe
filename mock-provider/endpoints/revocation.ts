import type { Exchange } from '../exchange.js';
import { OAuthError } from '../oauth-error.js';
import type { Reply } from '../reply.js';
import { answerJson, type BackChannelExchange, backChannel } from './back-channel.js';

const steps = [readRequest, authenticateCaller, revokeToken];

/** RFC 7009 §2. */
export function revocation(exchange: Exchange): Promise<Reply> {
  return answerJson(backChannel(exchange, 'revocation'), steps, exchange.seams.revocation.refused);
}

function readRequest(exchange: BackChannelExchange): void {
  exchange.seams.revocation.readRequest(exchange);
}

async function authenticateCaller(exchange: BackChannelExchange): Promise<void> {
  await exchange.seams.revocation.authenticate(exchange);
}

async function revokeToken(exchange: BackChannelExchange): Promise<Reply> {
  const { parameters, seams, client } = exchange;
  const value = parameters.get('token');
  if (value === undefined) throw new OAuthError('invalid_request', 'token is missing');
  const record = seams.revocation.find(value, parameters.get('token_type_hint'), exchange);
  if (record === undefined) return seams.revocation.unknown(exchange);
  seams.revocation.checkOwner(record, client);
  seams.revocation.revoke(record, exchange);
  return seams.revocation.revoked(exchange);
}
