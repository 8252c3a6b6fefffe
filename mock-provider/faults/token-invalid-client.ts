import { tokenError } from '../deviations/token-error.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'refuses every token request with 401 invalid_client',
  seams: tokenError('invalid_client', 401),
};
