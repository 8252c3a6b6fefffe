import { tokenReply } from '../deviations/token-reply.js';
import type { Fault } from '../fault.js';
import { json } from '../reply.js';

export const fault: Fault = {
  deviation: 'answers token requests with 503 and the error temporarily_unavailable',
  seams: tokenReply(() => json(503, { error: 'temporarily_unavailable' })),
};
