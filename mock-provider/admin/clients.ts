import type { Client } from '../client.js';
import { checkClientOptions } from '../options.js';
import type { AdminAnswer, AdminCall, AdminRoute } from './route.js';

export const clientRoutes: readonly AdminRoute[] = [
  { method: 'GET', path: '/tenants/{tenant}/clients', answer: list },
  { method: 'POST', path: '/tenants/{tenant}/clients', body: checkClientOptions, answer: register },
];

function list({ tenant }: AdminCall): AdminAnswer {
  return { status: 200, body: { clients: [...tenant.clients.values()].map(withoutSecret) } };
}

function register({ tenant, body }: AdminCall): AdminAnswer {
  checkClientOptions(body);
  return { status: 201, body: withoutSecret(tenant.register(body)) };
}

function withoutSecret({ client_secret: _secret, ...shown }: Client): Omit<Client, 'client_secret'> {
  return shown;
}
