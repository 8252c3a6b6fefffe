import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'resource/bearer/missing-token',
  deviation: 'answers 401 without WWW-Authenticate',
  seams: {
    resource: (rules) => ({
      challenge: (attributes, exchange) =>
        exchange.request.path === '/resource' && attributes.error === undefined
          ? {}
          : rules.challenge(attributes, exchange),
    }),
  },
};
