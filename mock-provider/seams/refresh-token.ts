import type { Client } from '../client.js';
import type { BackChannelExchange } from '../endpoints/back-channel.js';
import type { Exchange } from '../exchange.js';
import { describable, invalidGrant, OAuthError } from '../oauth-error.js';
import { randomToken } from '../random.js';
import type { Grant, RefreshTokenRecord } from '../records.js';
import { revokeGrant } from '../store.js';

/** Refresh tokens (RFC 6749 §6, RFC 9700 §4.14.2). */
export interface RefreshTokenSeam {
  generate(exchange: Exchange): string;
  /** Whether an answer to this grant type carries a refresh token. */
  issuedFor(grantType: string, client: Client, grant: Grant): boolean;
  /** Called for each refresh token that was issued. */
  issued(record: RefreshTokenRecord, exchange: Exchange): void;
  belongsTo(record: RefreshTokenRecord, client: Client): boolean;
  /** The error for a value that no record has (undefined), or whose record is dead or another client's. */
  unknown(record: RefreshTokenRecord | undefined): OAuthError;
  rotates(client: Client): boolean;
  /** Refuses a request for a parameter beside the token. */
  checkRequest(record: RefreshTokenRecord, exchange: BackChannelExchange): void;
  /** Called when the request was accepted, before new tokens are issued. */
  accepted(record: RefreshTokenRecord, exchange: BackChannelExchange): void;
  /** Ends the token that was just used; false when it was retired already. One synchronous turn, so no race. */
  retire(record: RefreshTokenRecord, exchange: BackChannelExchange): boolean;
  /** A retired token came back: thief or victim, the whole grant ends. */
  reused(record: RefreshTokenRecord): void;
  /** Scope of the new access token: never more than was granted. */
  scope(granted: string[], requested: string[]): string[];
}

export const refreshToken: RefreshTokenSeam = {
  generate: randomToken,
  issuedFor: (grantType, client) =>
    grantType !== 'client_credentials' && client.grant_types.includes('refresh_token'),
  belongsTo: (record, client) => record.grant.client.client_id === client.client_id,
  unknown: () =>
    invalidGrant('refresh-token', 'the refresh token is unknown, expired, revoked or of another client'),
  issued: () => {},
  rotates: () => true,
  checkRequest: () => {},
  accepted: () => {},
  retire(record, { tenant }) {
    if (record.retired) return false;
    record.retired = true;
    record.retiredAt = tenant.clock.now();
    return true;
  },
  reused: (record) => revokeGrant(record.grant),
  scope(granted, requested) {
    const excess = requested.find((scope) => !granted.includes(scope));
    if (excess !== undefined) {
      throw new OAuthError('invalid_scope', `scope ${describable(excess)} is not part of the original grant`);
    }
    return requested.length > 0 ? requested : granted;
  },
};
