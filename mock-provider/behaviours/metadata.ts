import type { Behaviour } from '../behaviour.js';

interface Differences {
  /** Documents below `/.well-known/`; left out: all three. */
  documents?: string[];
  omit?: string[];
  add?: Record<string, unknown>;
}

export const behaviour: Behaviour<'none' | Differences> = {
  axis: 'metadata',
  describes:
    'Which metadata documents are published, and what the authorization server says otherwise in its own.',
  schema: {
    oneOf: [
      { const: 'none' },
      {
        type: 'object',
        additionalProperties: false,
        minProperties: 1,
        properties: {
          documents: {
            type: 'array',
            items: {
              enum: ['oauth-authorization-server', 'openid-configuration', 'oauth-protected-resource'],
            },
            minItems: 1,
            uniqueItems: true,
          },
          omit: { type: 'array', items: { type: 'string' }, minItems: 1 },
          add: { type: 'object', minProperties: 1 },
        },
      },
    ],
  },
  seams: (value) => ({
    metadata: (rules) => ({
      published: (name) => value !== 'none' && (value.documents?.includes(name) ?? rules.published(name)),
      document(document, exchange) {
        if (value === 'none') return rules.document(document, exchange);
        const whole = { ...rules.document(document, exchange), ...value.add };
        return Object.fromEntries(Object.entries(whole).filter(([name]) => !value.omit?.includes(name)));
      },
    }),
  }),
};
