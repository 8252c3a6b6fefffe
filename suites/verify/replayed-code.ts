import { unique } from '../../fixtures/server/pkce.js';
import {
  type Overrides,
  type ServerUnderTest,
  type Tokens,
  tokensIn,
} from '../../fixtures/server/server-under-test.js';
import { claimsOf } from '../../fixtures/server/token-content.js';
import { goodAt, type Place, sightings } from '../../fixtures/server/token-liveness.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import type { Answer } from '../../fixtures/wire/transport.js';
import { carriesAccessToken } from './token-refusal.js';

/** A code that was redeemed once, and what that was good for. */
export interface RedeemedCode {
  tokens: Tokens;
  /** Changes to the authorization request that led here. */
  changes: Overrides;
  /** Where the access token is good and its revocation would be seen. */
  places: Place[];
  /** Sends the same token request once more. */
  redeemAgain(): Promise<Answer>;
}

export async function redeemAndProbe(server: ServerUnderTest, changes: Overrides): Promise<RedeemedCode> {
  const grant = await server.obtainCode(changes);
  const { resource } = changes;
  const redeemAgain = () => server.redeem(grant, resource === undefined ? {} : { resource });
  const tokens = tokensIn(await redeemAgain());
  const good = goodAt(await sightings(server, tokens.accessToken));
  // A place that never says no tells nothing, and a resource reads a self-contained token without asking anybody.
  const credulous = good.length > 0 ? goodAt(await sightings(server, unique('token'))) : [];
  const blind = claimsOf(tokens.accessToken) === undefined ? credulous : [...credulous, 'resource'];
  return { tokens, changes, places: good.filter((place) => !blind.includes(place)), redeemAgain };
}

/** Places where a token is good after its revocation. Inconclusive when one of them does not answer. */
export async function stillGoodAt(
  server: ServerUnderTest,
  judge: Judge,
  accessToken: string,
  places: readonly Place[],
): Promise<Place[]> {
  if (places.length === 0) return [];
  const seen = await sightings(server, accessToken);
  const silent = places.find((place) => seen.has(place) && seen.get(place) === undefined);
  if (silent !== undefined) judge.inconclusive('an answer about the access token', `none of ${silent}`);
  return goodAt(seen).filter((place) => places.includes(place));
}

/** Whether a refresh token from such a request is good before anything revokes it. */
export async function refreshes(server: ServerUnderTest, changes: Overrides): Promise<boolean> {
  const { tokens } = await redeemAndProbe(server, changes);
  if (tokens.refreshToken === undefined) return false;
  return carriesAccessToken(await server.refresh(tokens.refreshToken));
}
