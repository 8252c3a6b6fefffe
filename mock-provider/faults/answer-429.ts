import type { Fault } from '../fault.js';
import { json } from '../reply.js';

export const fault: Fault = {
  deviation: 'answers every request with 429 and Retry-After, and does nothing',
  seams: {
    transport: () => ({
      admit: () =>
        json(
          429,
          { error: 'rate_limited', error_description: 'too many requests' },
          { 'retry-after': '1', 'cache-control': 'no-store' },
        ),
    }),
  },
};
