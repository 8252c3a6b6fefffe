import type { IncomingMessage } from 'node:http';
import { cookies } from '../exchange.js';
import { adminPrefix } from './admin-path.js';

/** Cookies know no ports, so two mocks on one machine need a name each. */
function cookieName({ socket }: IncomingMessage): string {
  return `proofkey_console_${socket.localPort}`;
}

/** The identifier that a browser sends; of several the first. */
export function sessionIdOf(request: IncomingMessage): string | undefined {
  return cookies(request).get(cookieName(request));
}

/** `Set-Cookie` for a session, below the path by which the browser came; without an identifier it ends the session. */
export function sessionCookie(request: IncomingMessage, id: string | undefined): string {
  const asked = request.url ?? '';
  const path = `${asked.slice(0, asked.indexOf(adminPrefix))}${adminPrefix}`;
  const secure = request.headers.origin?.startsWith('https:') ? '; Secure' : '';
  const value = id ?? '; Max-Age=0';
  return `${cookieName(request)}=${value}; HttpOnly; SameSite=Strict; Path=${path}${secure}`;
}
