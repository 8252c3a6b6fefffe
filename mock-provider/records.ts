import type { Client } from './client.js';

/** What a resource owner agreed to: the root that every code and token of one approval hangs on. */
export interface Grant {
  id: string;
  client: Client;
  /** Absent for client_credentials, where no resource owner takes part. */
  sub: string | undefined;
  scope: string[];
  /** Resource indicators (RFC 8707) the tokens of this grant may name as audience. */
  resources: string[];
  nonce: string | undefined;
  authTime: number;
  /** Parameters of the authorization request, for providers whose tokens depend on them; none without a request. */
  requested: ReadonlyMap<string, string>;
  revoked: boolean;
}

export interface CodeRecord {
  value: string;
  grant: Grant;
  /** As sent in the authorization request; undefined when it was left out there. */
  redirectUri: string | undefined;
  challenge: { value: string; method: string } | undefined;
  expiresAt: number;
  used: boolean;
}

export interface AccessTokenRecord {
  kind: 'access_token';
  value: string;
  grant: Grant;
  scope: string[];
  audience: string[];
  issuedAt: number;
  expiresAt: number;
  revoked: boolean;
}

export interface RefreshTokenRecord {
  kind: 'refresh_token';
  value: string;
  /** Its scope is that of the grant, and stays so when an access token is asked for with less (RFC 6749 §6). */
  grant: Grant;
  issuedAt: number;
  expiresAt: number;
  /** Rotated away: presenting it again is the sign of theft that ends the whole grant (RFC 9700 §4.14.2). */
  retired: boolean;
  /** Seconds since 1970. */
  retiredAt?: number;
}

export type TokenRecord = AccessTokenRecord | RefreshTokenRecord;
