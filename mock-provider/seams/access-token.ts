import type { Exchange } from '../exchange.js';
import { randomToken } from '../random.js';
import type { Grant } from '../records.js';

/** What an access token is made from. */
export interface AccessTokenContent {
  grant: Grant;
  scope: string[];
  audience: string[];
  issuedAt: number;
  expiresAt: number;
}

/** Access tokens: JWTs after RFC 9068. */
export interface AccessTokenSeam {
  /** Seconds. */
  lifetime(exchange: Exchange): number;
  claims(content: AccessTokenContent, exchange: Exchange): Record<string, unknown>;
  mint(content: AccessTokenContent, exchange: Exchange): Promise<string>;
}

export const accessToken: AccessTokenSeam = {
  lifetime: ({ tenant }) => tenant.lifetimes.accessToken,
  claims: ({ grant, scope, audience, issuedAt, expiresAt }, { tenant }) => ({
    iss: tenant.issuer,
    sub: grant.sub ?? grant.client.client_id,
    aud: audience.length === 1 ? audience[0] : audience,
    client_id: grant.client.client_id,
    scope: scope.join(' '),
    iat: issuedAt,
    exp: expiresAt,
    jti: randomToken(),
  }),
  mint: (content, exchange) =>
    exchange.tenant.signingKey.sign(exchange.seams.accessToken.claims(content, exchange), 'at+jwt'),
};
