import { tokenAnswer } from '../deviations/token-answer.js';
import type { Fault } from '../fault.js';
import { json } from '../reply.js';

export const fault: Fault = {
  deviation: 'answers good token requests with a JSON array that holds the answer',
  seams: tokenAnswer((body) => json(200, [body])),
};
