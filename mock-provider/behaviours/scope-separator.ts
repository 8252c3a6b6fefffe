import type { Behaviour } from '../behaviour.js';
import { tokenBody } from '../deviations/token-body.js';

interface Separators {
  requests?: string[];
  responses?: string;
}

export const behaviour: Behaviour<Separators> = {
  axis: 'scopes in requests',
  describes: 'What separates scopes in authorization requests (any of those listed) and in token responses.',
  schema: {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      requests: { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1 },
      responses: { type: 'string', minLength: 1 },
    },
  },
  seams: ({ requests, responses }) => ({
    ...(requests === undefined
      ? {}
      : { authorizationRequest: () => ({ scopes: (value) => separated(value, requests) }) }),
    ...(responses === undefined
      ? {}
      : tokenBody((body) => ({ ...body, scope: String(body.scope).replaceAll(' ', responses) }))),
  }),
};

function separated(value: string | undefined, separators: readonly string[]): string[] {
  const [first = ' ', ...others] = separators;
  const alike = others.reduce((text, separator) => text.replaceAll(separator, first), value ?? '');
  return [...new Set(alike.split(first).filter((scope) => scope !== ''))];
}
