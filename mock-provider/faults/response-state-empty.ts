import { responseParameters } from '../deviations/response-parameters.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers authorization requests with an empty state',
  seams: responseParameters((parameters) => ({ ...parameters, state: '' })),
};
