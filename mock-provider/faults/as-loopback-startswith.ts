import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/redirect-uri/loopback-rest-exact',
  deviation: 'accepts anything starting with http://127.0.0.1',
  seams: {
    authorizationRequest: ({ redirectUriMatches }) => ({
      redirectUriMatches: (requested, exchange) =>
        (exchange.client.application_type === 'native' && requested.startsWith('http://127.0.0.1')) ||
        redirectUriMatches(requested, exchange),
    }),
  },
};
