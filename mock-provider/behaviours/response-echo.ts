import type { Behaviour } from '../behaviour.js';

export const behaviour: Behaviour<string[]> = {
  axis: 'authorization response',
  describes: 'Parameters of an authorization request that a successful response repeats.',
  schema: { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1, uniqueItems: true },
  seams: (names) => ({
    authorizationResponse: (rules) => ({
      async success(request, issueCode, exchange) {
        const response = await rules.success(request, issueCode, exchange);
        const repeated = names.flatMap((name) => {
          const value = request.parameters.get(name);
          return value === undefined ? [] : [[name, value]];
        });
        return { ...response, parameters: { ...response.parameters, ...Object.fromEntries(repeated) } };
      },
    }),
  }),
};
