import type { Fault } from '../fault.js';
import type { Reply } from '../reply.js';

/** Deviation of what a revocation request is answered with, whatever it asks for; nothing is revoked. */
export function revocationReply(reply: () => Reply): Fault['seams'] {
  return {
    transport: (rules) => ({
      admit: (exchange) => (exchange.request.path === '/revoke' ? reply() : rules.admit(exchange)),
    }),
  };
}
