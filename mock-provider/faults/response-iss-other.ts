import { responseParameters } from '../deviations/response-parameters.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'names https://evil.test as the issuer of its authorization responses',
  seams: responseParameters((parameters) => ({ ...parameters, iss: 'https://evil.test' })),
};
