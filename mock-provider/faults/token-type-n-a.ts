import { tokenBody } from '../deviations/token-body.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers token requests with token_type N_A',
  seams: tokenBody((body) => ({ ...body, token_type: 'N_A' })),
};
