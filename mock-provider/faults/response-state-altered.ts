import { responseParameters } from '../deviations/response-parameters.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers with a state that has one character in the middle changed',
  seams: responseParameters(({ state = '', ...rest }) => {
    const middle = Math.floor(state.length / 2);
    const other = state[middle] === 'A' ? 'B' : 'A';
    return { ...rest, state: state.slice(0, middle) + other + state.slice(middle + 1) };
  }),
};
