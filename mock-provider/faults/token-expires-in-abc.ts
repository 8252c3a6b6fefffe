import { tokenBody } from '../deviations/token-body.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers token requests with the text abc as expires_in',
  seams: tokenBody((body) => ({ ...body, expires_in: 'abc' })),
};
