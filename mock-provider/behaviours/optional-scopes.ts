import type { Behaviour } from '../behaviour.js';

export const behaviour: Behaviour<string> = {
  axis: 'scopes in requests',
  describes:
    'Parameter of authorization requests with further scopes, which are granted where they can be and ignored elsewhere.',
  schema: { type: 'string', minLength: 1 },
  seams: (parameter) => ({
    authorizationRequest: (rules) => ({
      scopes(value, exchange) {
        const { parameters, client } = exchange;
        const required = rules.scopes(value, exchange);
        const optional = rules.scopes(parameters.get(parameter), exchange);
        return [...new Set([...required, ...optional.filter((scope) => client.scope.includes(scope))])];
      },
    }),
  }),
};
