import type { Behaviour } from '../behaviour.js';

export const behaviour: Behaviour<boolean> = {
  axis: 'strictness',
  describes: 'Whether a token request without grant_type redeems a code.',
  schema: { type: 'boolean' },
  seams: (value) =>
    value
      ? {
          tokenRequest: (rules) => ({
            grantType: (exchange) =>
              exchange.parameters.has('grant_type') ? rules.grantType(exchange) : 'authorization_code',
          }),
        }
      : {},
};
