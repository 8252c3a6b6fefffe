import { tokenReply } from '../deviations/token-reply.js';
import type { Fault } from '../fault.js';
import { json } from '../reply.js';

export const fault: Fault = {
  deviation: 'answers token requests with 400 invalid_grant',
  seams: tokenReply(() => json(400, { error: 'invalid_grant', error_description: 'the grant is gone' })),
};
