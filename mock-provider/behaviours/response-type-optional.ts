import type { Behaviour } from '../behaviour.js';

export const behaviour: Behaviour<boolean> = {
  axis: 'strictness',
  describes: 'Whether an authorization request without response_type asks for a code.',
  schema: { type: 'boolean' },
  seams: (value) =>
    value
      ? {
          authorizationRequest: (rules) => ({
            responseType: (requested, exchange) => rules.responseType(requested ?? 'code', exchange),
          }),
        }
      : {},
};
