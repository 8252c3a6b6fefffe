import type { Behaviour } from '../behaviour.js';
import type { Grant } from '../records.js';

/** Seconds. */
export const behaviour: Behaviour<number> = {
  axis: 'refresh',
  describes:
    'How long after the first one of its grant a refresh token is good at most, however often it was replaced.',
  schema: { type: 'integer', minimum: 1 },
  seams(seconds) {
    const firstIssued = new WeakMap<Grant, number>();
    return {
      refreshToken: (rules) => ({
        issued(record, exchange) {
          rules.issued(record, exchange);
          const first = firstIssued.get(record.grant) ?? record.issuedAt;
          firstIssued.set(record.grant, first);
          record.expiresAt = first + seconds;
        },
      }),
    };
  },
};
