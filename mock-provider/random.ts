import { hash, randomFillSync } from 'node:crypto';

/** Random bytes are fetched for many tokens at once: each call into the system costs more than the bytes. */
const pool = Buffer.alloc(32 * 128);
let used = pool.length;

/** 256 bits, base64url: codes, opaque tokens, identifiers (RFC 6749 §10.10 asks for 128 at least). */
export function randomToken(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 32;
  return pool.toString('base64url', used - 32, used);
}

export function sha256Base64url(value: string): string {
  return hash('sha256', value, 'base64url');
}
