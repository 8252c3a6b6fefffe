import type { Behaviour } from '../behaviour.js';
import type { Grant } from '../records.js';
import { isLive } from '../store.js';

/** Stands after `token-values` in a profile, which makes the tokens that are counted. */
export const behaviour: Behaviour<number> = {
  axis: 'tokens and resources',
  describes:
    'How many access tokens a client can have of one resource owner; the oldest beyond that ends when another is issued.',
  schema: { type: 'integer', minimum: 1 },
  seams: (max) => ({
    accessToken: (rules) => ({
      async mint(content, exchange) {
        const value = await rules.mint(content, exchange);
        const { store, clock } = exchange.tenant;
        const live = [...store.accessTokens.values()].filter(
          (token) => ofSameOwner(token.grant, content.grant) && isLive(token, clock.now()),
        );
        for (const oldest of live.slice(0, Math.max(0, live.length + 1 - max))) oldest.revoked = true;
        return value;
      },
    }),
  }),
};

function ofSameOwner(one: Grant, other: Grant): boolean {
  return one.sub === other.sub && one.client.client_id === other.client.client_id;
}
