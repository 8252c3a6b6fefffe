import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/iss/in-success-response',
  deviation: 'puts its issuer with another host name into iss',
  seams: {
    authorizationResponse: (rules) => ({
      parameters(parameters, request, exchange) {
        const correct = rules.parameters(parameters, request, exchange);
        const { issuer } = exchange.tenant;
        return { ...correct, iss: issuer.replace(new URL(issuer).hostname, 'other.example') };
      },
    }),
  },
};
