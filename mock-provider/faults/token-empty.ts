import { tokenAnswer } from '../deviations/token-answer.js';
import type { Fault } from '../fault.js';
import { empty } from '../reply.js';

export const fault: Fault = {
  deviation: 'answers good token requests with 200 and an empty body that is called JSON',
  seams: tokenAnswer(() => empty(200, { 'content-type': 'application/json' })),
};
