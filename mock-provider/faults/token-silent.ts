import { tokenUnsent } from '../deviations/token-unsent.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'reads token requests, does nothing and keeps the connection open without an answer',
  seams: tokenUnsent(() => {}),
};
