import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/iss/in-error-response',
  deviation: 'adds iss only next to a code',
  seams: {
    authorizationResponse: (rules) => ({
      parameters(parameters, request, exchange) {
        const { iss, ...others } = rules.parameters(parameters, request, exchange);
        return iss === undefined || !('code' in others) ? others : { ...others, iss };
      },
    }),
  },
};
