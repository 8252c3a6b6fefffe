import { tokenError } from '../deviations/token-error.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'refuses every token request with an error code that no standard defines',
  seams: tokenError('account_frozen'),
};
