import { tokenBody } from '../deviations/token-body.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers token requests with an array as token_type',
  seams: tokenBody((body) => ({ ...body, token_type: ['Bearer'] })),
};
