import type { Client } from '../client.js';
import type { BackChannelExchange } from '../endpoints/back-channel.js';
import type { TokenRecord } from '../records.js';

/** RFC 7662. */
export interface IntrospectionSeam {
  /** Called when nobody authenticated. Returns the caller to go on with, or throws. */
  anonymous(error: unknown, exchange: BackChannelExchange): Client;
  /** A caller that may not know a token learns no more than `active: false` (§2.2). */
  visible(record: TokenRecord, caller: Client): boolean;
  answer(body: Record<string, unknown>, record: TokenRecord | undefined): Record<string, unknown>;
}

export const introspection: IntrospectionSeam = {
  anonymous(error) {
    throw error;
  },
  visible: (record, caller) => caller.may_introspect || record.grant.client.client_id === caller.client_id,
  answer: (body) => body,
};
