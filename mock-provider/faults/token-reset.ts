import { tokenReply } from '../deviations/token-reply.js';
import type { Fault } from '../fault.js';
import { empty } from '../reply.js';

// The request is not served either: a refresh token that was retired without an answer would be lost to its client.
const ignored = tokenReply(() => empty(503));

export const fault: Fault = {
  deviation: 'reads token requests, does nothing and ends the connection without an answer',
  seams: {
    transport: (rules) => ({
      ...ignored.transport?.(rules),
      send(reply, response, exchange) {
        if (exchange.request.path === '/token') response.destroy();
        else return rules.send(reply, response, exchange);
      },
    }),
  },
};
