import { revocationReply } from '../deviations/revocation-reply.js';
import type { Fault } from '../fault.js';
import { json } from '../reply.js';

export const fault: Fault = {
  deviation: 'answers revocation requests with 200 and JSON that says the token was invalid already',
  seams: revocationReply(() => json(200, { revoked: false, reason: 'the token was invalid already' })),
};
