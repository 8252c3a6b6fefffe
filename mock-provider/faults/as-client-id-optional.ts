import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/code/public-client-identified',
  deviation: 'takes the client from the code when the request names none',
  seams: {
    clientAuthentication: ({ unidentified }) => ({
      unidentified(exchange) {
        const code = exchange.tenant.store.codes.get(exchange.parameters.get('code') ?? '');
        const client = code?.grant.client;
        return client?.token_endpoint_auth_method === 'none' ? client : unidentified(exchange);
      },
    }),
  },
};
