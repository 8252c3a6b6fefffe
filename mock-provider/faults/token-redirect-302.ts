import { tokenRedirected } from '../deviations/token-redirected.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'redirects token requests by 302 to the token endpoint of its accomplice',
  seams: tokenRedirected(302),
};
