import type { Behaviour } from '../behaviour.js';
import { newSecret, type SecretJwt, secretHolds } from '../deviations/secret-jwt.js';
import { signingAlgorithms } from '../keys.js';

/**
 * A client that brings `jwks` signs its secrets itself. One that a tenant starts with and that brings a `client_secret`
 * alone gets a key from the tenant and, in place of that secret, a JWT: `tenant.clients` has it.
 */
export const behaviour: Behaviour<SecretJwt> = {
  axis: 'client authentication',
  describes: 'The client_secret is a JWT that the client signs for itself; what it must hold.',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['algorithm', 'issuer', 'audience', 'seconds'],
    properties: {
      algorithm: { enum: signingAlgorithms },
      issuer: { type: 'string', minLength: 1 },
      audience: { type: 'string', minLength: 1 },
      seconds: { type: 'integer', minimum: 1 },
    },
  },
  seams: (rule) => ({
    registration: () => ({
      credentials: async (client, { clock }) =>
        client.client_secret === undefined || client.jwks !== undefined
          ? {}
          : newSecret(client, rule, clock.now()),
    }),
    clientAuthentication: () => ({
      secretProves: (client, secret, { tenant }) => secretHolds(secret, client, rule, tenant.clock.now()),
    }),
  }),
};
