import type { ServerUnderTest } from '../../../fixtures/server/server-under-test.js';
import { isAlive, obtainLiveTokens } from '../../../fixtures/server/token-liveness.js';
import { type Said, said } from './drift.js';

/**
 * Seconds by which a token may die earlier or later than it is told, and by which two may differ that tell the same
 * lifetime: time passes while the harness asks, and many servers tell what is left when they answer.
 */
const tolerance = 5;

/** 3600 in the documentation and 3599 on the wire are the same lifetime. */
export function sameLifetime(one: number, other: number): boolean {
  return Math.abs(one - other) <= tolerance;
}

/** Seconds of a lifetime, as every column writes them. */
export function seconds(count: number): string {
  return `${count} s`;
}

/**
 * How long an access token lives by the clock of the server, held against lifetimes that somebody claims. Undefined
 * where the clock cannot be moved, or no place tells a good token from a dead one.
 */
export async function measuredLifetime(
  server: ServerUnderTest,
  claims: readonly number[],
): Promise<Said | undefined> {
  const { clock } = server.facts;
  const { accessToken, places } = await obtainLiveTokens(server);
  if (clock === undefined || places.length === 0) return undefined;
  let passed = 0;
  const aliveAt = async (age: number): Promise<boolean | undefined> => {
    if (age > passed) await clock.advance(age - passed);
    passed = Math.max(age, passed);
    return isAlive(server, accessToken);
  };
  const by = 'by the clock of the server';
  for (const claim of [...new Set(claims)].sort((a, b) => a - b)) {
    if ((await aliveAt(claim - tolerance)) === false) return said(`less than ${seconds(claim)}`, by);
    if ((await aliveAt(claim + tolerance)) === false) return said(seconds(claim), by);
  }
  return said(`more than ${seconds(Math.max(...claims))}`, by);
}
