import type { TokenRecord } from '../records.js';
import { isLive, type Store } from '../store.js';

/** Tokens that the resource owner of this one granted to its client, in whichever grant, oldest first. */
export function tokensOfOwner({ grant }: TokenRecord, store: Store): TokenRecord[] {
  return tokensIn(store).filter(
    (one) => one.grant.sub === grant.sub && one.grant.client.client_id === grant.client.client_id,
  );
}

/** A token that is good for a client; undefined where it has none. */
export function liveTokenOf(clientId: string, store: Store, now: number): TokenRecord | undefined {
  return tokensIn(store).find((one) => one.grant.client.client_id === clientId && isLive(one, now));
}

function tokensIn({ accessTokens, refreshTokens }: Store): TokenRecord[] {
  return [...refreshTokens.values(), ...accessTokens.values()];
}
