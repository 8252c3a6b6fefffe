import { revocationReply } from '../deviations/revocation-reply.js';
import type { Fault } from '../fault.js';
import { json } from '../reply.js';

export const fault: Fault = {
  deviation: 'answers revocation requests with 400 unsupported_token_type',
  seams: revocationReply(() => json(400, { error: 'unsupported_token_type' })),
};
