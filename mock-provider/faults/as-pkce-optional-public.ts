import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/pkce/required-for-public',
  deviation: 'issues codes to public clients without challenge',
  seams: {
    authorizationRequest: ({ challengeOptional }) => ({
      challengeOptional: (exchange) =>
        exchange.client.token_endpoint_auth_method === 'none' || challengeOptional(exchange),
    }),
  },
};
