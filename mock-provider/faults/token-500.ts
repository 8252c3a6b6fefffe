import { tokenReply } from '../deviations/token-reply.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers token requests with 500 and a text',
  seams: tokenReply(() => ({
    status: 500,
    headers: { 'content-type': 'text/plain' },
    body: 'Internal Server Error',
  })),
};
