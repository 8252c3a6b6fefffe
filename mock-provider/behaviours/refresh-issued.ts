import type { Behaviour } from '../behaviour.js';
import type { Grant } from '../records.js';

type When = 'never' | { scope: string } | { parameter: Record<string, string> };

export const behaviour: Behaviour<When> = {
  axis: 'refresh',
  describes:
    'When refresh tokens are issued: never, for a scope, or for a parameter of the authorization request.',
  schema: {
    oneOf: [
      { const: 'never' },
      {
        type: 'object',
        additionalProperties: false,
        required: ['scope'],
        properties: { scope: { type: 'string', minLength: 1 } },
      },
      {
        type: 'object',
        additionalProperties: false,
        required: ['parameter'],
        properties: {
          parameter: { type: 'object', minProperties: 1, additionalProperties: { type: 'string' } },
        },
      },
    ],
  },
  seams: (when) => ({
    refreshToken: (rules) => ({
      issuedFor: (grantType, client, grant) =>
        asked(when, grant) && rules.issuedFor(grantType, client, grant),
    }),
  }),
};

function asked(when: When, { scope, requested }: Grant): boolean {
  if (when === 'never') return false;
  if ('scope' in when) return scope.includes(when.scope);
  return Object.entries(when.parameter).every(([name, value]) => requested.get(name) === value);
}
