import { createHash, randomBytes } from 'node:crypto';

/** 256 bits, base64url: codes, opaque tokens, identifiers (RFC 6749 §10.10 asks for 128 at least). */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

export function sha256Base64url(value: string): string {
  return createHash('sha256').update(value, 'ascii').digest('base64url');
}
