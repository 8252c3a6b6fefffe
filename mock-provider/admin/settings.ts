import { settingsTexts, usesPkce } from '../console/client-settings.js';
import { unknownName } from '../nearest.js';
import { type AdminAnswer, type AdminCall, AdminError, type AdminRoute } from './route.js';

/** What to paste into a client, and who may log in. Secrets are in it only by `secrets=shown`. */
export const settingsRoutes: readonly AdminRoute[] = [
  { method: 'GET', path: '/tenants/{tenant}/settings', answer: settings },
  { method: 'GET', path: '/tenants/{tenant}/users', answer: users },
];

async function settings({ tenant, query }: AdminCall): Promise<AdminAnswer> {
  const id = query.get('client_id') ?? [...tenant.clients.keys()][0] ?? '';
  const client = tenant.clients.get(id);
  if (client === undefined)
    throw new AdminError(
      404,
      'not_found',
      unknownName('client', id, [...tenant.clients.keys()].slice(0, 1000)),
    );
  const body = {
    client_id: client.client_id,
    hasSecret: client.client_secret !== undefined,
    usesPkce: usesPkce(tenant, client),
    texts: await settingsTexts(tenant, client, showsSecrets(query)),
  };
  return { status: 200, body };
}

function users({ tenant, query }: AdminCall): AdminAnswer {
  const shown = tenant.users.map(({ password, ...user }) => ({
    ...user,
    ...(showsSecrets(query) ? { password } : {}),
  }));
  return { status: 200, body: { users: shown } };
}

function showsSecrets(query: URLSearchParams): boolean {
  return query.get('secrets') === 'shown';
}
