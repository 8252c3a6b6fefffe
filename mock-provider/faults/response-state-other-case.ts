import { responseParameters } from '../deviations/response-parameters.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers with state in which letters have the other case',
  seams: responseParameters(({ state = '', ...rest }) => ({
    ...rest,
    state: state.replace(/[a-z]/gi, (letter) =>
      letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    ),
  })),
};
