import type { Client } from '../client.js';
import type { BackChannelExchange } from '../endpoints/back-channel.js';
import type { Exchange } from '../exchange.js';
import { randomToken } from '../random.js';
import type { CodeRecord } from '../records.js';
import { revokeGrant } from '../store.js';

/** Authorization codes (RFC 6749 §4.1.2, §4.1.3, §10.5). */
export interface CodeSeam {
  generate(exchange: Exchange): string;
  find(value: string, exchange: Exchange): CodeRecord | undefined;
  belongsTo(record: CodeRecord, client: Client): boolean;
  redirectUriMatches(record: CodeRecord, sent: string | undefined, exchange: Exchange): boolean;
  /** Scope of the tokens that a code is redeemed for: what was granted, whatever the request says (RFC 6749 §4.1.3). */
  scope(granted: string[], exchange: BackChannelExchange): string[];
  /** Marks the code as used; false when somebody was first. One synchronous turn, so no race. */
  consume(record: CodeRecord): boolean | Promise<boolean>;
  /** Called when a request with this code, of its own client, is refused for another parameter. */
  failed(record: CodeRecord): void;
  /** A valid second redemption: somebody else has the code. */
  replayed(record: CodeRecord): void;
}

export const code: CodeSeam = {
  generate: randomToken,
  find: (value, { tenant }) => tenant.store.codes.get(value),
  belongsTo: (record, client) => record.grant.client.client_id === client.client_id,
  redirectUriMatches: (record, sent) => record.redirectUri === sent,
  scope: (granted) => granted,
  consume(record) {
    if (record.used) return false;
    record.used = true;
    return true;
  },
  failed: () => {},
  replayed: (record) => revokeGrant(record.grant),
};
