import type { Fault } from '../fault.js';

const methods = ['none', 'private_key_jwt', 'client_secret_header'];

export const fault: Fault = {
  aimedAt: 'server/client-auth/secret-method-supported',
  deviation: 'accepts a secret only from a proprietary header',
  seams: {
    metadata: () => ({ document: (all) => ({ ...all, token_endpoint_auth_methods_supported: methods }) }),
    clientAuthentication: (rules) => ({
      credentials(exchange) {
        const secret = exchange.request.headers['x-client-secret'];
        const clientId = exchange.parameters.get('client_id');
        if (typeof secret !== 'string' || clientId === undefined) return rules.credentials(exchange);
        return { method: 'client_secret_post', clientId, secret };
      },
      methodAllowed: (client, presented, exchange) =>
        'secret' in presented
          ? exchange.request.headers['x-client-secret'] !== undefined
          : rules.methodAllowed(client, presented, exchange),
    }),
  },
};
