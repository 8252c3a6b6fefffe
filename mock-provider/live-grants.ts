import type { AccessTokenRecord, CodeRecord, Grant, RefreshTokenRecord } from './records.js';
import { isLive, type Store } from './store.js';

/** What of a grant can still be redeemed or used, and until when in seconds since 1970; no value is in it. */
export interface LiveGrant {
  grant: Grant;
  code?: Remaining;
  access_token?: Remaining;
  refresh_token?: Remaining;
}

export interface Remaining {
  count: number;
  /** When the last of them ends. */
  expiresAt: number;
}

export const expirable = ['code', 'access_token', 'refresh_token'] as const;
export type Expirable = (typeof expirable)[number];

type Kept = CodeRecord | AccessTokenRecord | RefreshTokenRecord;

/** Grants of which something lives, the newest last. */
export function liveGrants(store: Store, now: number): LiveGrant[] {
  const found = new Map<Grant, LiveGrant>();
  for (const [type, record] of liveRecords(store, now)) {
    const { grant, expiresAt } = record;
    const live = found.get(grant) ?? { grant };
    const { count, expiresAt: latest } = live[type] ?? { count: 0, expiresAt: 0 };
    live[type] = { count: count + 1, expiresAt: Math.max(latest, expiresAt) };
    found.set(grant, live);
  }
  return [...found.values()].sort((a, b) => a.grant.authTime - b.grant.authTime);
}

/** Ends codes or tokens of one grant by their time, where the clock would end those of all. Returns how many. */
export function expireOf(store: Store, grant: Grant, types: readonly Expirable[], now: number): number {
  const ending = liveRecords(store, now).filter(
    ([type, record]) => record.grant === grant && types.includes(type),
  );
  for (const [, record] of ending) record.expiresAt = now;
  return ending.length;
}

function liveRecords(store: Store, now: number): [Expirable, Kept][] {
  const codes = [...store.codes.values()].filter(
    ({ used, grant, expiresAt }) => !used && !grant.revoked && now < expiresAt,
  );
  const tokens = [...store.accessTokens.values(), ...store.refreshTokens.values()].filter((token) =>
    isLive(token, now),
  );
  return [
    ...codes.map((record): [Expirable, Kept] => ['code', record]),
    ...tokens.map((record): [Expirable, Kept] => [record.kind, record]),
  ];
}
