import { responseParameters } from '../deviations/response-parameters.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers authorization requests without state',
  seams: responseParameters(({ state: _state, ...rest }) => rest),
};
