import type { Behaviour } from '../behaviour.js';
import type { Fault } from '../fault.js';

type Rotation = 'static' | 'static-not-repeated' | { graceSeconds: number };

export const behaviour: Behaviour<Rotation> = {
  axis: 'refresh',
  describes:
    'What a refresh does to its token: nothing and the response repeats it, nothing and the response has none, or it is replaced and works on for some seconds.',
  schema: {
    oneOf: [
      { enum: ['static', 'static-not-repeated'] },
      {
        type: 'object',
        additionalProperties: false,
        required: ['graceSeconds'],
        properties: { graceSeconds: { type: 'integer', minimum: 1 } },
      },
    ],
  },
  seams: (rotation) => (typeof rotation === 'string' ? keeps(rotation) : graceful(rotation.graceSeconds)),
};

function keeps(rotation: 'static' | 'static-not-repeated'): Fault['seams'] {
  return {
    refreshToken: () => ({ rotates: () => false }),
    tokenResponse: (rules) => ({
      body(body, exchange) {
        const whole = rules.body(body, exchange);
        if (rotation === 'static' || exchange.parameters.get('grant_type') !== 'refresh_token') return whole;
        const { refresh_token: _same, ...rest } = whole;
        return rest;
      },
    }),
  };
}

function graceful(seconds: number): Fault['seams'] {
  return {
    refreshToken: (rules) => ({
      retire(record, exchange) {
        if (rules.retire(record, exchange)) return true;
        return record.retiredAt !== undefined && exchange.tenant.clock.now() - record.retiredAt < seconds;
      },
    }),
  };
}
