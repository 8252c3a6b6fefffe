import type { Behaviour } from '../behaviour.js';
import { OAuthError } from '../oauth-error.js';

/** By name; null: with any value. */
export const behaviour: Behaviour<Record<string, string | null>> = {
  axis: 'authorization parameters',
  describes:
    'Parameters that an authorization request must have, each with the value that it must have, if any.',
  schema: { type: 'object', minProperties: 1, additionalProperties: { type: ['string', 'null'] } },
  seams: (required) => ({
    authorizationRequest: (rules) => ({
      checkComplete(exchange) {
        rules.checkComplete(exchange);
        for (const [name, wanted] of Object.entries(required)) {
          const sent = exchange.parameters.get(name);
          if (sent === undefined) throw new OAuthError('invalid_request', `${name} is missing`);
          if (wanted !== null && sent !== wanted)
            throw new OAuthError('invalid_request', `${name} must be ${wanted}`);
        }
      },
    }),
  }),
};
