import type { Fault } from '../fault.js';
import { html } from '../reply.js';

export const fault: Fault = {
  deviation: 'answers good token requests with 200 and an HTML page',
  seams: {
    tokenResponse: () => ({ deliver: () => html(200, '<!doctype html><title>Please log in</title>') }),
  },
};
