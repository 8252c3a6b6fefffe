import { tokenBody } from '../deviations/token-body.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers token requests without access_token',
  seams: tokenBody(({ access_token: _left, ...body }) => body),
};
