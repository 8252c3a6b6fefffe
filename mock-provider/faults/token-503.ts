import { tokenReply } from '../deviations/token-reply.js';
import type { Fault } from '../fault.js';
import { empty } from '../reply.js';

export const fault: Fault = {
  deviation: 'answers token requests with 503 and an empty body',
  seams: tokenReply(() => empty(503)),
};
