import type { Exchange } from '../exchange.js';
import { OAuthError } from '../oauth-error.js';
import { empty, type Reply } from '../reply.js';
import { authenticateClient } from '../steps/authenticate-client.js';
import { answerJson, type BackChannelExchange, backChannel, readForm } from './back-channel.js';

const steps = [readForm, authenticateClient, revokeToken];

/** RFC 7009 §2. */
export function revocation(exchange: Exchange): Promise<Reply> {
  return answerJson(backChannel(exchange, 'revocation'), steps);
}

async function revokeToken(exchange: BackChannelExchange): Promise<Reply> {
  const { parameters, seams, client } = exchange;
  const value = parameters.get('token');
  if (value === undefined) throw new OAuthError('invalid_request', 'token is missing');
  const record = seams.revocation.find(value, parameters.get('token_type_hint'), exchange);
  if (record === undefined) return seams.revocation.unknown();
  seams.revocation.checkOwner(record, client);
  seams.revocation.revoke(record);
  return empty(200, { 'cache-control': 'no-store' });
}
