import type { Client } from '../client.js';
import type { Exchange } from '../exchange.js';
import { OAuthError } from '../oauth-error.js';
import type { TokenRecord } from '../records.js';
import { empty, type Reply } from '../reply.js';
import { revokeGrant } from '../store.js';

/** RFC 7009. */
export interface RevocationSeam {
  /** The hint is only a hint: every table is searched (§2.1). */
  find(value: string, hint: string | undefined, exchange: Exchange): TokenRecord | undefined;
  /** Invalid tokens are no error (§2.2). */
  unknown(): Reply;
  checkOwner(record: TokenRecord, client: Client): void;
  revoke(record: TokenRecord): void;
}

export const revocation: RevocationSeam = {
  find: (value, _hint, { tenant }) => tenant.store.findToken(value),
  unknown: () => empty(200),
  checkOwner(record, client) {
    if (record.grant.client.client_id === client.client_id) return;
    throw new OAuthError('invalid_grant', 'the token was issued to another client');
  },
  revoke(record) {
    if (record.kind === 'refresh_token') revokeGrant(record.grant);
    else record.revoked = true;
  },
};
