import { setTimeout } from 'node:timers/promises';
import type { Fault } from '../fault.js';

/** Milliseconds: longer than a person calls quick, shorter than clients give up. */
const pause = 1500;

export const fault: Fault = {
  deviation: 'sends every answer 1.5 s late',
  seams: {
    transport: (rules) => ({
      async send(reply, response, exchange) {
        await setTimeout(pause, undefined, { ref: false });
        await rules.send(reply, response, exchange);
      },
    }),
  },
};
