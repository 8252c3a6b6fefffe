import { responseParameters } from '../deviations/response-parameters.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers authorization requests with access_denied, as where the resource owner refuses',
  seams: responseParameters(({ code: _code, ...rest }) => ({ ...rest, error: 'access_denied' })),
};
