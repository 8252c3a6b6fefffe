import type { Behaviour } from '../behaviour.js';
import { tokensOfOwner } from '../deviations/granted-tokens.js';
import { isLive, revokeGrant } from '../store.js';

interface Limit {
  max: number;
  /** What happens to the oldest one beyond it: it ends alone, or with all that its grant has. */
  ends: 'token' | 'grant';
}

export const behaviour: Behaviour<Limit> = {
  axis: 'refresh',
  describes: 'How many refresh tokens a client can have of one resource owner; the oldest beyond that ends.',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['max', 'ends'],
    properties: { max: { type: 'integer', minimum: 1 }, ends: { enum: ['token', 'grant'] } },
  },
  seams: ({ max, ends }) => ({
    refreshToken: (rules) => ({
      issued(record, exchange) {
        rules.issued(record, exchange);
        const { store, clock } = exchange.tenant;
        const now = clock.now();
        const live = tokensOfOwner(record, store).filter(
          (token) => token.kind === 'refresh_token' && isLive(token, now),
        );
        for (const oldest of live.slice(0, Math.max(0, live.length - max))) {
          if (ends === 'grant') revokeGrant(oldest.grant);
          else store.refreshTokens.delete(oldest.value);
        }
      },
    }),
  }),
};
