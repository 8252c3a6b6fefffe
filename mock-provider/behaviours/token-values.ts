import type { Behaviour } from '../behaviour.js';
import type { Fault } from '../fault.js';
import { randomToken } from '../random.js';

interface Values {
  /** Opaque access tokens that begin so; left out: they are JWTs after RFC 9068. */
  accessToken?: string;
  refreshToken?: string;
  code?: string;
}

export const behaviour: Behaviour<Values> = {
  axis: 'tokens and resources',
  describes: 'Beginnings of access tokens (which are then opaque), refresh tokens and codes.',
  schema: {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      accessToken: { type: 'string' },
      refreshToken: { type: 'string' },
      code: { type: 'string' },
    },
  },
  seams: ({ accessToken, refreshToken, code }): Fault['seams'] => ({
    ...(accessToken === undefined
      ? {}
      : { accessToken: () => ({ mint: async () => `${accessToken}${randomToken()}` }) }),
    ...(refreshToken === undefined
      ? {}
      : { refreshToken: () => ({ generate: () => `${refreshToken}${randomToken()}` }) }),
    ...(code === undefined ? {} : { code: () => ({ generate: () => `${code}${randomToken()}` }) }),
  }),
};
