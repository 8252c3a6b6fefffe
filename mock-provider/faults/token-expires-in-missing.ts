import { tokenBody } from '../deviations/token-body.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers token requests without expires_in',
  seams: tokenBody(({ expires_in: _left, ...body }) => body),
};
