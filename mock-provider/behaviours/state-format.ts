import type { Behaviour } from '../behaviour.js';
import { OAuthError } from '../oauth-error.js';

/** A regular expression for the whole value, without anchors. That a state must be there is said elsewhere. */
export const behaviour: Behaviour<string> = {
  axis: 'strictness',
  describes: 'What a state must look like; the request is refused with invalid_request otherwise.',
  schema: { type: 'string', format: 'regex', minLength: 1 },
  seams(pattern) {
    const whole = new RegExp(`^(?:${pattern})$`);
    return {
      authorizationRequest: (rules) => ({
        checkComplete(exchange) {
          rules.checkComplete(exchange);
          const state = exchange.parameters.get('state');
          if (state !== undefined && !whole.test(state))
            throw new OAuthError('invalid_request', `state must match ${pattern}`);
        },
      }),
    };
  },
};
