import type { Fault } from '../fault.js';
import { OAuthError } from '../oauth-error.js';

export const fault: Fault = {
  aimedAt: 'server/client-auth/basic-401-challenge',
  deviation: 'answers failed Basic authentication with 400 and no challenge',
  seams: {
    clientAuthentication: (rules) => ({
      refusal: (description, exchange) =>
        exchange.request.headers.authorization === undefined
          ? rules.refusal(description, exchange)
          : new OAuthError('invalid_client', rules.refusal(description, exchange).description),
    }),
  },
};
