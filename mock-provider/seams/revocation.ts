import type { Client } from '../client.js';
import { type BackChannelExchange, errorReply, readForm } from '../endpoints/back-channel.js';
import type { Exchange } from '../exchange.js';
import { OAuthError } from '../oauth-error.js';
import type { TokenRecord } from '../records.js';
import { empty, type Reply } from '../reply.js';
import { authenticateClient } from '../steps/authenticate-client.js';
import { revokeGrant } from '../store.js';

/** RFC 7009. */
export interface RevocationSeam {
  /** Reads the request, whatever its method and body. */
  readRequest(exchange: BackChannelExchange): void;
  /** Establishes the client that asks. */
  authenticate(exchange: BackChannelExchange): void | Promise<void>;
  /** The hint is only a hint: every table is searched (§2.1). */
  find(value: string, hint: string | undefined, exchange: BackChannelExchange): TokenRecord | undefined;
  /** Invalid tokens are no error (§2.2). */
  unknown(exchange: BackChannelExchange): Reply;
  revoked(exchange: BackChannelExchange): Reply;
  refused(error: OAuthError): Reply;
  /** `client` is undefined where nobody has to say who asks. */
  checkOwner(record: TokenRecord, client: Client | undefined): void;
  revoke(record: TokenRecord, exchange: Exchange): void;
}

export const revocation: RevocationSeam = {
  readRequest: readForm,
  authenticate: authenticateClient,
  find: (value, _hint, { tenant }) => tenant.store.findToken(value),
  unknown: () => empty(200),
  revoked: () => empty(200, { 'cache-control': 'no-store' }),
  refused: errorReply,
  checkOwner(record, client) {
    if (record.grant.client.client_id === client?.client_id) return;
    throw new OAuthError('invalid_grant', 'the token was issued to another client');
  },
  revoke(record) {
    if (record.kind === 'refresh_token') revokeGrant(record.grant);
    else record.revoked = true;
  },
};
