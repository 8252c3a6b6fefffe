import type { BackChannelExchange } from '../endpoints/back-channel.js';
import { spaceSeparated } from '../exchange.js';
import { invalidGrant } from '../oauth-error.js';
import type { RefreshTokenRecord } from '../records.js';
import type { TokenBody } from '../seams/token-response.js';
import { type Issued, requestedAudience, tokenBody } from './grant.js';

/** RFC 6749 §6, RFC 9700 §4.14.2. */
export async function refreshTokenGrant(exchange: BackChannelExchange): Promise<TokenBody> {
  const { seams, parameters, client } = exchange;
  const record = findRefreshToken(exchange);
  seams.refreshToken.checkRequest(record, exchange);
  const scope = seams.refreshToken.scope(record.grant.scope, spaceSeparated(parameters.get('scope')));
  const { grant } = record;
  const audience = requestedAudience(exchange, grant);
  const issued: Issued = { grantType: 'refresh_token', grant, scope, audience };
  const rotates = seams.refreshToken.rotates(client);
  if (rotates && !seams.refreshToken.retire(record, exchange)) {
    seams.refreshToken.reused(record);
    throw invalidGrant('refresh-token', 'the refresh token was used before; the whole grant is revoked');
  }
  seams.refreshToken.accepted(record, exchange);
  return tokenBody(exchange, rotates ? issued : { ...issued, kept: record });
}

function findRefreshToken(exchange: BackChannelExchange): RefreshTokenRecord {
  const { tenant, seams, client } = exchange;
  const value = seams.tokenRequest.required('refresh_token', exchange);
  const record = tenant.store.refreshTokens.get(value);
  if (record === undefined || !seams.refreshToken.belongsTo(record, client))
    throw seams.refreshToken.unknown(record);
  if (record.grant.revoked || tenant.clock.now() >= record.expiresAt)
    throw seams.refreshToken.unknown(record);
  return record;
}
