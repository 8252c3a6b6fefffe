import type { Behaviour } from '../behaviour.js';
import { responseParameters } from '../deviations/response-parameters.js';

export const behaviour: Behaviour<Record<string, string>> = {
  axis: 'code parameter',
  describes:
    'Names that the provider has for parameters of authorization responses, by their standard names.',
  schema: {
    type: 'object',
    minProperties: 1,
    propertyNames: { enum: ['code', 'state', 'error', 'error_description', 'error_uri'] },
    additionalProperties: { type: 'string', minLength: 1 },
  },
  seams: (names) =>
    responseParameters((parameters) =>
      Object.fromEntries(Object.entries(parameters).map(([name, value]) => [names[name] ?? name, value])),
    ),
};
