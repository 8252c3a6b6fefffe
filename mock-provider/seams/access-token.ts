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
  mint(content: AccessTokenContent, exchange: Exchange): Promise<string>;
}

export const accessToken: AccessTokenSeam = {
  mint({ grant, scope, audience, issuedAt, expiresAt }, { tenant }) {
    const claims = {
      iss: tenant.issuer,
      sub: grant.sub ?? grant.client.client_id,
      aud: audience.length === 1 ? audience[0] : audience,
      client_id: grant.client.client_id,
      scope: scope.join(' '),
      iat: issuedAt,
      exp: expiresAt,
      jti: randomToken(),
    };
    return tenant.signingKey.sign(claims, 'at+jwt');
  },
};
