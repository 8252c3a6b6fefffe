import type { Client } from '../client.js';
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
  consume(record) {
    if (record.used) return false;
    record.used = true;
    return true;
  },
  failed: () => {},
  replayed: (record) => revokeGrant(record.grant),
};
