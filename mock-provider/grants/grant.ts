import { randomUUID } from 'node:crypto';
import type { BackChannelExchange } from '../endpoints/back-channel.js';
import type { Exchange } from '../exchange.js';
import { describable, OAuthError } from '../oauth-error.js';
import type { AccessTokenRecord, Grant, RefreshTokenRecord } from '../records.js';
import type { TokenBody } from '../seams/token-response.js';

/** Turns an accepted token request into the members of the answer (RFC 6749 §5.1), or throws an OAuthError. */
export type GrantHandler = (exchange: BackChannelExchange) => Promise<TokenBody>;

export interface Issued {
  grantType: string;
  grant: Grant;
  scope: string[];
  /** Decided before a code or refresh token is used up, so that a refusal costs the client nothing. */
  audience: string[];
  /** Refresh token that lives on, where a refresh does not replace it. */
  kept?: RefreshTokenRecord;
}

/** A grant that no authorization request led to: the client itself, or whoever it speaks for, is the owner. */
export function directGrant(
  { client, tenant }: BackChannelExchange,
  sub: string | undefined,
  scope: string[],
): Grant {
  return {
    id: randomUUID(),
    client,
    sub,
    scope,
    resources: [tenant.resources[0] as string],
    nonce: undefined,
    authTime: tenant.clock.now(),
    requested: new Map(),
    revoked: false,
  };
}

/** Issues the tokens of a grant and says so as RFC 6749 §5.1 does. */
export async function tokenBody(exchange: BackChannelExchange, issued: Issued): Promise<TokenBody> {
  const { seams } = exchange;
  const access = await issueAccessToken(exchange, issued);
  const body: TokenBody = {
    access_token: access.value,
    token_type: 'Bearer',
    // Not what is left by now: the clock may have struck while the token was signed.
    expires_in: access.expiresAt - access.issuedAt,
    scope: issued.scope.join(' '),
  };
  if (issued.kept !== undefined) body.refresh_token = issued.kept.value;
  else if (seams.refreshToken.issuedFor(issued.grantType, issued.grant.client, issued.grant)) {
    body.refresh_token = issueRefreshToken(exchange, issued.grant).value;
  }
  return body;
}

export async function issueAccessToken(
  exchange: Exchange,
  { grant, scope, audience }: Issued,
): Promise<AccessTokenRecord> {
  const { tenant, seams } = exchange;
  const issuedAt = tenant.clock.now();
  const expiresAt = issuedAt + seams.accessToken.lifetime(exchange);
  const content = { grant, scope, audience, issuedAt, expiresAt };
  const value = await seams.accessToken.mint(content, exchange);
  const record: AccessTokenRecord = { kind: 'access_token', value, ...content, revoked: false };
  tenant.store.accessTokens.set(value, record);
  return record;
}

function issueRefreshToken(exchange: Exchange, grant: Grant): RefreshTokenRecord {
  const { tenant, seams } = exchange;
  const issuedAt = tenant.clock.now();
  const expiresAt = issuedAt + tenant.lifetimes.refreshToken;
  const value = seams.refreshToken.generate(exchange);
  const record: RefreshTokenRecord = {
    kind: 'refresh_token',
    value,
    grant,
    issuedAt,
    expiresAt,
    retired: false,
  };
  tenant.store.refreshTokens.set(value, record);
  seams.refreshToken.issued(record, exchange);
  return record;
}

/** The resources asked for in this request, within those of the grant (RFC 8707 §2.2). */
export function requestedAudience({ form, tenant }: BackChannelExchange, grant: Grant): string[] {
  const asked = form.getAll('resource').filter((resource) => resource !== '');
  if (asked.length === 0) return grant.resources;
  const allowed = grant.sub === undefined ? tenant.resources : grant.resources;
  const excess = asked.find((resource) => !allowed.includes(resource));
  if (excess !== undefined) {
    throw new OAuthError('invalid_target', `resource ${describable(excess)} is not part of the grant`);
  }
  return asked;
}
