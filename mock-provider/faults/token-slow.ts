import { setTimeout } from 'node:timers/promises';
import type { Fault } from '../fault.js';

/** Milliseconds: long enough for others to come meanwhile. */
const pause = 250;

export const fault: Fault = {
  deviation: 'sends the answer to token requests a quarter of a second late',
  seams: {
    transport: (rules) => ({
      async send(reply, response, exchange) {
        if (exchange.request.path === '/token') await setTimeout(pause, undefined, { ref: false });
        await rules.send(reply, response, exchange);
      },
    }),
  },
};
