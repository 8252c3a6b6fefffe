import { tokenError } from '../deviations/token-error.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'refuses every token request with unauthorized_client',
  seams: tokenError('unauthorized_client'),
};
