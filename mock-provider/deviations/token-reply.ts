import type { Exchange } from '../exchange.js';
import type { Fault } from '../fault.js';
import type { Reply } from '../reply.js';

/** Deviation in which something in front answers the token request in place of the token endpoint. */
export function tokenReply(reply: (exchange: Exchange) => Reply): Fault['seams'] {
  return {
    transport: (rules) => ({
      admit(exchange) {
        const { path, method } = exchange.request;
        const isTokenRequest = path === '/token' && exchange.seams.tokenRequest.methodAllowed(method);
        return isTokenRequest ? reply(exchange) : rules.admit(exchange);
      },
    }),
  };
}
