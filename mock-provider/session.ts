import { cookies, type Exchange } from './exchange.js';
import { randomToken } from './random.js';
import type { Session } from './store.js';
import type { Tenant } from './tenant.js';

/** Cookies know no ports, so tenants that share a host each need a name of their own. */
function cookieName(tenant: Tenant): string {
  return `session_${tenant.name}`;
}

export function sessionOf(exchange: Exchange): Session | undefined {
  const id = cookies(exchange.request).get(cookieName(exchange.tenant));
  return id === undefined ? undefined : exchange.tenant.store.sessions.get(id);
}

export function newSession(tenant: Tenant, sub?: string): Session {
  const session: Session = { id: randomToken(), sub, authTime: tenant.clock.now() };
  tenant.store.sessions.set(session.id, session);
  return session;
}

export function sessionCookie(exchange: Exchange, session: Session): Record<string, string> {
  const { tenant, seams } = exchange;
  const secure = tenant.issuer.startsWith('https:') ? '; Secure' : '';
  const attributes = `Path=${tenant.basePath || '/'}; ${seams.approval.cookieAttributes()}${secure}`;
  return { 'set-cookie': `${cookieName(tenant)}=${session.id}; ${attributes}` };
}
