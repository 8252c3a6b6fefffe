import { fields, oneOf } from '../shape.js';
import type { AdminAnswer, AdminCall, AdminRoute } from './route.js';

const lifetimeOf = { code: 'code', access_token: 'accessToken', refresh_token: 'refreshToken' } as const;
const expireShape = fields('field', { type: oneOf(Object.keys(lifetimeOf)) }, ['type']);

export const tokenRoutes: readonly AdminRoute[] = [
  { method: 'POST', path: '/tenants/{tenant}/tokens/revoke', answer: revoke },
  { method: 'POST', path: '/tenants/{tenant}/tokens/expire', body: expireShape, answer: expire },
];

/** Ends every grant of the tenant and signs everybody out. */
function revoke({ tenant }: AdminCall): AdminAnswer {
  return { status: 200, body: { revokedGrants: tenant.store.revokeEverything() } };
}

/** Advances the clock by the lifetime of what is to expire; what lives no longer expires with it. */
function expire({ tenant, body }: AdminCall): AdminAnswer {
  const { type } = body as { type: keyof typeof lifetimeOf };
  tenant.clock.advance(tenant.lifetimes[lifetimeOf[type]]);
  return { status: 200, body: tenant.clock.state() };
}
