import { type Expirable, expirable, expireOf, type LiveGrant, liveGrants } from '../live-grants.js';
import { fields, oneOf, text } from '../shape.js';
import { revokeGrant } from '../store.js';
import { type AdminAnswer, type AdminCall, AdminError, type AdminRoute } from './route.js';

const revokeShape = fields('field', { id: text }, ['id']);
const expireShape = fields('field', { id: text, type: oneOf(expirable) }, ['id']);

/** Grants that are listed at once; a long run leaves thousands. */
const listed = 200;

export const grantRoutes: readonly AdminRoute[] = [
  { method: 'GET', path: '/tenants/{tenant}/grants', answer: list },
  { method: 'POST', path: '/tenants/{tenant}/grants/revoke', body: revokeShape, answer: revoke },
  { method: 'POST', path: '/tenants/{tenant}/grants/expire', body: expireShape, answer: expire },
];

function list({ tenant }: AdminCall): AdminAnswer {
  const live = liveGrants(tenant.store, tenant.clock.now());
  return { status: 200, body: { total: live.length, grants: live.slice(-listed).reverse().map(shown) } };
}

function shown({ grant, ...remaining }: LiveGrant) {
  const { id, client, sub, scope, resources, authTime } = grant;
  return {
    id,
    client_id: client.client_id,
    ...(sub === undefined ? {} : { sub }),
    scope,
    resources,
    authTime,
    ...remaining,
  };
}

function revoke(call: AdminCall): AdminAnswer {
  revokeGrant(namedGrant(call).grant);
  return { status: 204 };
}

function expire(call: AdminCall): AdminAnswer {
  const { tenant, body } = call;
  const { type } = body as { type?: Expirable };
  const { grant } = namedGrant(call);
  const types = type === undefined ? expirable : [type];
  return { status: 200, body: { expired: expireOf(tenant.store, grant, types, tenant.clock.now()) } };
}

function namedGrant({ tenant, body }: AdminCall): LiveGrant {
  const { id } = body as { id: string };
  const found = liveGrants(tenant.store, tenant.clock.now()).find(({ grant }) => grant.id === id);
  if (found !== undefined) return found;
  throw new AdminError(404, 'not_found', 'no grant of that id is alive; GET …/grants lists those that are');
}
