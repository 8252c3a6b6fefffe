import { tokenReply } from '../deviations/token-reply.js';
import type { Fault } from '../fault.js';
import { empty } from '../reply.js';

export const fault: Fault = {
  deviation: 'answers token requests with 503 and Retry-After: 1',
  seams: tokenReply(() => empty(503, { 'retry-after': '1' })),
};
