import type { Behaviour } from '../behaviour.js';

/** Names of the RFCs to the provider's own. What comes under the name of the RFC is not understood. */
export const behaviour: Behaviour<Record<string, string>> = {
  axis: 'client identifier parameter',
  describes:
    'Names that the provider has for parameters of authorization and token requests, by their standard names.',
  schema: {
    type: 'object',
    minProperties: 1,
    propertyNames: { enum: ['client_id', 'client_secret', 'code', 'scope', 'redirect_uri', 'refresh_token'] },
    additionalProperties: { type: 'string', minLength: 1 },
  },
  seams(names) {
    const standard = standardNames(names);
    return {
      authorizationRequest: (rules) => ({ parameters: (encoded) => standard(rules.parameters(encoded)) }),
      tokenRequest: (rules) => ({ form: (exchange) => standard(rules.form(exchange)) }),
    };
  },
};

function standardNames(names: Record<string, string>): (sent: URLSearchParams) => URLSearchParams {
  const byOwn = new Map(Object.entries(names).map(([standard, own]) => [own, standard]));
  return (sent) =>
    new URLSearchParams(
      [...sent].flatMap(([name, value]): [string, string][] => {
        const standard = byOwn.get(name);
        if (standard !== undefined) return [[standard, value]];
        return names[name] === undefined ? [[name, value]] : [];
      }),
    );
}
