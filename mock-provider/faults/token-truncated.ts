import { tokenAnswer } from '../deviations/token-answer.js';
import type { Fault } from '../fault.js';
import { json } from '../reply.js';

export const fault: Fault = {
  deviation: 'answers good token requests with JSON that ends before its closing brace',
  seams: tokenAnswer((body) => {
    const reply = json(200, body);
    return { ...reply, body: reply.body.slice(0, -1) };
  }),
};
