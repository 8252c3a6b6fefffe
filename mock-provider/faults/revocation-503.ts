import { revocationReply } from '../deviations/revocation-reply.js';
import type { Fault } from '../fault.js';
import { json } from '../reply.js';

export const fault: Fault = {
  deviation: 'answers revocation requests with 503 and Retry-After: 2',
  seams: revocationReply(() => json(503, { error: 'temporarily_unavailable' }, { 'retry-after': '2' })),
};
