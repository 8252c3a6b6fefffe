import { tokenAnswer } from '../deviations/token-answer.js';
import type { Fault } from '../fault.js';
import { empty } from '../reply.js';

export const fault: Fault = {
  deviation: 'answers good token requests with 204',
  seams: tokenAnswer(() => empty(204)),
};
