import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/state/echo-on-error',
  deviation: 'builds error redirects without state',
  seams: {
    authorizationResponse: (rules) => ({
      parameters(parameters, request, exchange) {
        const { state, ...others } = rules.parameters(parameters, request, exchange);
        return state === undefined || 'error' in others ? others : { ...others, state };
      },
    }),
  },
};
