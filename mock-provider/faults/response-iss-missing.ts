import { responseParameters } from '../deviations/response-parameters.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers authorization requests without iss, which its metadata promise',
  seams: responseParameters(({ iss: _iss, ...rest }) => rest),
};
