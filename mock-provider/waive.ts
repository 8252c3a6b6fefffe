import type { Exchange } from './exchange.js';
import { OAuthError } from './oauth-error.js';

/**
 * Applies a strict rule and, where it refuses, goes on all the same: what it said is kept with the exchange. So one
 * deviation of a client does not hide all that comes after it.
 */
export function waive<T>(exchange: Exchange, strict: () => T, instead: () => T): T {
  try {
    return strict();
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    note(exchange, error.description);
    return instead();
  }
}

/** The same for a rule that answers yes or no. */
export function waiveUnless(exchange: Exchange, strict: boolean, what: string): true {
  if (!strict) note(exchange, what);
  return true;
}

function note(exchange: Exchange, what: string): void {
  exchange.waived = [...(exchange.waived ?? []), what];
}
