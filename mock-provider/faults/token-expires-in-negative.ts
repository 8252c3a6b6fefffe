import { tokenBody } from '../deviations/token-body.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers token requests with -1 as expires_in, though the token is good',
  seams: tokenBody((body) => ({ ...body, expires_in: -1 })),
};
