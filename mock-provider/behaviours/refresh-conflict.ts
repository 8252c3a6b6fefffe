import type { Behaviour } from '../behaviour.js';
import { OAuthError } from '../oauth-error.js';

interface Conflict {
  /** How long after its use a refresh token is answered so; later its reuse ends the grant. */
  seconds: number;
  status: number;
}

export const behaviour: Behaviour<Conflict> = {
  axis: 'refresh',
  describes:
    'Status for a refresh token that was just used: the second request is refused, the grant lives on.',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['seconds', 'status'],
    properties: {
      seconds: { type: 'integer', minimum: 1 },
      status: { type: 'integer', minimum: 400, maximum: 499 },
    },
  },
  seams: ({ seconds, status }) => ({
    refreshToken: (rules) => ({
      retire(record, exchange) {
        const { retiredAt } = record;
        if (retiredAt !== undefined && exchange.tenant.clock.now() - retiredAt < seconds)
          throw new OAuthError('invalid_grant', 'the refresh token was used a moment ago', status);
        return rules.retire(record, exchange);
      },
    }),
  }),
};
