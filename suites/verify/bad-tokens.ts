import { unique } from '../../fixtures/server/pkce.js';

/** A string that is no token. */
export function madeUp(): string {
  return unique('harness');
}

/**
 * The token with one character changed, in the middle of its last part: that is the signature of a JWT, whose very
 * last character may carry bits that mean nothing.
 */
export function changed(token: string): string {
  const start = token.lastIndexOf('.') + 1;
  const middle = start + Math.floor((token.length - start) / 2);
  const replacement = token[middle] === 'a' ? 'b' : 'a';
  return token.slice(0, middle) + replacement + token.slice(middle + 1);
}
