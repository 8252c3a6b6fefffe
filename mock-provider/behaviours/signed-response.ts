import { createHmac } from 'node:crypto';
import type { Behaviour } from '../behaviour.js';
import type { Client } from '../client.js';
import type { ResponseParameters } from '../seams/authorization-response.js';

/**
 * The name of the parameter that carries the signature: HMAC-SHA256 in hexadecimal, by the client's secret, of the
 * response's parameters as a query has them, sorted by name. A client without a secret gets none.
 */
export const behaviour: Behaviour<string> = {
  axis: 'authorization response',
  describes: 'Parameter with which successful authorization responses are signed by the client secret.',
  schema: { type: 'string', minLength: 1 },
  seams: (name) => ({
    authorizationResponse: (rules) => ({
      parameters(parameters, request, exchange) {
        const all = rules.parameters(parameters, request, exchange);
        const client = exchange.tenant.clients.get(request.clientId ?? '');
        return all.code === undefined ? all : { ...all, ...signature(name, all, client) };
      },
    }),
  }),
};

function signature(
  name: string,
  parameters: ResponseParameters,
  client: Client | undefined,
): ResponseParameters {
  if (client?.client_secret === undefined) return {};
  const query = new URLSearchParams(parameters);
  query.sort();
  return { [name]: createHmac('sha256', client.client_secret).update(query.toString()).digest('hex') };
}
