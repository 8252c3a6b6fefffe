import { responseParameters } from '../deviations/response-parameters.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers authorization requests with a valid code and error=server_error',
  seams: responseParameters((parameters) => ({ ...parameters, error: 'server_error' })),
};
