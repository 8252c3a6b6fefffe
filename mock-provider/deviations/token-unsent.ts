import type { ServerResponse } from 'node:http';
import type { Fault } from '../fault.js';
import { empty } from '../reply.js';
import { tokenReply } from './token-reply.js';

/**
 * Deviation in which token requests are read and never answered in full: `begin` sends what there is of an answer.
 * They are not served either: a refresh token that was retired without an answer would be lost to its client.
 */
export function tokenUnsent(begin: (response: ServerResponse) => void): Fault['seams'] {
  const ignored = tokenReply(() => empty(503));
  return {
    transport: (rules) => ({
      ...ignored.transport?.(rules),
      send(reply, response, exchange) {
        if (exchange.request.path === '/token') begin(response);
        else return rules.send(reply, response, exchange);
      },
    }),
  };
}
