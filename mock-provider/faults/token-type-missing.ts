import { tokenBody } from '../deviations/token-body.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers token requests without token_type',
  seams: tokenBody(({ token_type: _left, ...body }) => body),
};
