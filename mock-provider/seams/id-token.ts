import type { Exchange } from '../exchange.js';

export type IdTokenClaims = Record<string, unknown>;

/** OpenID Connect Core §2. */
export interface IdTokenSeam {
  claims(claims: IdTokenClaims, exchange: Exchange): IdTokenClaims;
  sign(claims: IdTokenClaims, exchange: Exchange): Promise<string>;
}

export const idToken: IdTokenSeam = {
  claims: (claims) => claims,
  sign: (claims, { tenant }) => tenant.signingKey.sign(claims, 'JWT'),
};
