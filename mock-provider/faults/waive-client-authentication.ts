import type { Client } from '../client.js';
import type { BackChannelExchange } from '../endpoints/back-channel.js';
import type { Fault } from '../fault.js';
import { waive, waiveUnless } from '../waive.js';

export const fault: Fault = {
  deviation: 'accepts any way of client authentication, several at once or a raw secret, and notes it',
  seams: {
    clientAuthentication: (rules) => ({
      credentials: (exchange) =>
        waive(
          exchange,
          () => rules.credentials(exchange),
          () => ({ method: 'none', clientId: named(exchange).client_id }),
        ),
      unidentified: (exchange) =>
        waive(
          exchange,
          () => rules.unidentified(exchange),
          () => named(exchange),
        ),
      methodAllowed: (client, presented, exchange) =>
        waiveUnless(
          exchange,
          rules.methodAllowed(client, presented, exchange),
          `the client authenticates by ${presented.method}`,
        ),
      secretMatches: (expected, presented, exchange) =>
        waiveUnless(exchange, rules.secretMatches(expected, presented, exchange), 'the secret is wrong'),
    }),
  },
};

/** Whom a request that cannot be read comes from: the tenant of a client test has one client. */
function named({ tenant, parameters }: BackChannelExchange): Client {
  const [first] = tenant.clients.values();
  return tenant.clients.get(parameters.get('client_id') ?? '') ?? (first as Client);
}
