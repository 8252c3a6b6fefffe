import type { Behaviour } from '../behaviour.js';
import { json } from '../reply.js';

type Metadata = 'none' | { omit?: string[]; add?: Record<string, unknown> };

export const behaviour: Behaviour<Metadata> = {
  axis: 'metadata',
  describes: 'Whether metadata documents are published, and how they differ.',
  schema: {
    oneOf: [
      { const: 'none' },
      {
        type: 'object',
        additionalProperties: false,
        minProperties: 1,
        properties: {
          omit: { type: 'array', items: { type: 'string' }, minItems: 1 },
          add: { type: 'object', minProperties: 1 },
        },
      },
    ],
  },
  seams: (value) => ({
    metadata: (rules) =>
      value === 'none'
        ? { deliver: () => json(404, { error: 'not_found' }) }
        : {
            document(document, exchange) {
              const whole = { ...rules.document(document, exchange), ...value.add };
              return Object.fromEntries(
                Object.entries(whole).filter(([name]) => !value.omit?.includes(name)),
              );
            },
          },
  }),
};
