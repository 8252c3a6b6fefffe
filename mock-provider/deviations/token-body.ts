import type { Fault } from '../fault.js';
import type { TokenBody } from '../seams/token-response.js';

/** Deviation of a successful token answer's members, of whichever grant. */
export function tokenBody(change: (body: TokenBody) => TokenBody): Fault['seams'] {
  return {
    tokenResponse: (rules) => ({ body: (body, exchange) => change(rules.body(body, exchange)) }),
  };
}
