import { tokenReply } from '../deviations/token-reply.js';
import type { Fault } from '../fault.js';
import { empty } from '../reply.js';

/** Seconds. */
const ahead = 2;

export const fault: Fault = {
  deviation: 'answers token requests with 503 and a Retry-After that is a date 2 s ahead',
  seams: tokenReply(({ tenant }) =>
    empty(503, { 'retry-after': new Date((tenant.clock.now() + ahead) * 1000).toUTCString() }),
  ),
};
