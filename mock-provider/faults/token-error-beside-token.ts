import { tokenBody } from '../deviations/token-body.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers good token requests with 200 and an error beside the tokens',
  seams: tokenBody((body) => ({ error: 'invalid_grant', ...body })),
};
