import { responseParameters } from '../deviations/response-parameters.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers authorization requests with server_error',
  seams: responseParameters(({ code: _code, ...rest }) => ({ ...rest, error: 'server_error' })),
};
