import { tokenBody } from '../deviations/token-body.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers token requests with token_type mac',
  seams: tokenBody((body) => ({ ...body, token_type: 'mac' })),
};
