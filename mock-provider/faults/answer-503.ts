import type { Fault } from '../fault.js';
import { html } from '../reply.js';

export const fault: Fault = {
  deviation: 'answers every request with 503, Retry-After and an HTML page, as a proxy does',
  seams: {
    transport: () => ({
      admit: () => html(503, '<!doctype html><title>503 Service Unavailable</title>', { 'retry-after': '1' }),
    }),
  },
};
