import { BoundedMap } from './bounded-map.js';
import type { AccessTokenRecord, CodeRecord, Grant, RefreshTokenRecord, TokenRecord } from './records.js';

/** A browser at the authorization server: anonymous until somebody logs in. */
export interface Session {
  id: string;
  sub: string | undefined;
  authTime: number;
}

/** One authorization request on its way through login and approval, bound to the browser that began it. */
export interface Interaction {
  id: string;
  sessionId: string;
  /** Anti-forgery value of the pages' forms (RFC 6749 §10.12). */
  csrf: string;
  request: ValidatedRequest;
  expiresAt: number;
}

/** An authorization request after every check; what login and approval then decide about. */
export interface ValidatedRequest {
  clientId: string;
  redirectUri: string;
  /** Whether the request itself named the redirect URI, and so the token request must repeat it. */
  redirectUriSent: boolean;
  responseType: string;
  state: string | undefined;
  scope: string[];
  nonce: string | undefined;
  challenge: CodeRecord['challenge'];
  prompt: string[];
  resources: string[];
  loginHint: string | undefined;
  /** All that was sent, beyond what is understood. */
  parameters: ReadonlyMap<string, string>;
}

const liveRecords = 10_000;

/** Everything that a tenant remembers. Bounded: the oldest entries go first. */
export class Store {
  readonly sessions = new BoundedMap<string, Session>(liveRecords);
  readonly interactions = new BoundedMap<string, Interaction>(liveRecords);
  readonly codes = new BoundedMap<string, CodeRecord>(liveRecords);
  readonly accessTokens = new BoundedMap<string, AccessTokenRecord>(liveRecords);
  readonly refreshTokens = new BoundedMap<string, RefreshTokenRecord>(liveRecords);
  /** `jti` of client assertions already seen (RFC 7523 §3, item 7). */
  readonly assertions = new BoundedMap<string, number>(liveRecords);

  findToken(value: string): TokenRecord | undefined {
    return this.refreshTokens.get(value) ?? this.accessTokens.get(value);
  }

  /** Ends every grant and signs everybody out; returns how many grants were alive. */
  revokeEverything(): number {
    const records = [...this.codes.values(), ...this.accessTokens.values(), ...this.refreshTokens.values()];
    const alive = new Set(records.map(({ grant }) => grant).filter(({ revoked }) => !revoked));
    for (const grant of alive) revokeGrant(grant);
    this.sessions.clear();
    this.interactions.clear();
    return alive.size;
  }
}

/** Ends a grant: its code and all of its tokens are dead from here on (RFC 6749 §4.1.2, RFC 9700 §4.14.2). */
export function revokeGrant(grant: Grant): void {
  grant.revoked = true;
}

export function isLive(record: TokenRecord, now: number): boolean {
  const withdrawn = record.kind === 'access_token' ? record.revoked : record.retired;
  return !withdrawn && !record.grant.revoked && now < record.expiresAt;
}
