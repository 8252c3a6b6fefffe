import { tokenBody } from '../deviations/token-body.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers token requests with an expires_in of 30,000 years',
  // In milliseconds more than a 32-bit timer takes.
  seams: tokenBody((body) => ({ ...body, expires_in: 1_000_000_000_000 })),
};
