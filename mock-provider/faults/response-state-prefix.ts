import { responseParameters } from '../deviations/response-parameters.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers with the first half of state only',
  seams: responseParameters(({ state = '', ...rest }) => ({
    ...rest,
    state: state.slice(0, Math.ceil(state.length / 2)),
  })),
};
