import { checkTenantOptions } from '../options.js';
import { type AdminAnswer, type AdminCall, AdminError, type AdminRoute } from './route.js';
import { shownTenant } from './shown-tenant.js';

export const tenantRoutes: readonly AdminRoute[] = [
  { method: 'GET', path: '/tenants', answer: list },
  { method: 'POST', path: '/tenants', body: checkTenantOptions, answer: create },
  {
    method: 'GET',
    path: '/tenants/{tenant}',
    answer: ({ tenant, provider }) => ({ status: 200, body: shownTenant(tenant, provider) }),
  },
  { method: 'DELETE', path: '/tenants/{tenant}', answer: remove },
];

function list({ provider }: AdminCall): AdminAnswer {
  return { status: 200, body: { tenants: provider.tenants.map((tenant) => shownTenant(tenant, provider)) } };
}

async function create({ provider, body }: AdminCall): Promise<AdminAnswer> {
  checkTenantOptions(body);
  if (provider.tenants.some(({ name }) => name === body.name))
    throw new AdminError(409, 'invalid_request', `there is a tenant "${body.name}" already`);
  try {
    return { status: 201, body: shownTenant(await provider.addTenant(body), provider) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    throw new AdminError(409, 'invalid_request', `port ${body.port} is taken, or needs more rights`);
  }
}

async function remove({ provider, tenant }: AdminCall): Promise<AdminAnswer> {
  await provider.removeTenant(tenant.name);
  return { status: 204 };
}
