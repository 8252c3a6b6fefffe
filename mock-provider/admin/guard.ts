import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isLoopbackHost } from '../../connection/loopback.js';
import { hostNameOf, inUrl } from '../host-name.js';
import { AdminError } from './route.js';
import { sessionIdOf } from './session-cookie.js';
import { digest, type Sessions } from './sessions.js';

/**
 * A page in somebody's browser can reach this machine's loopback under a name of its own (DNS rebinding), but it
 * cannot choose the Host header: only names that nobody else can own are served.
 */
export function checkHost(request: IncomingMessage, ownHosts: readonly string[]): void {
  const host = hostNameOf(request.headers.host);
  if (
    host !== undefined &&
    (isLoopbackHost(host) || ownHosts.some((own) => inUrl(own.toLowerCase()) === host))
  )
    return;
  throw new AdminError(403, 'access_denied', 'the Host header names neither loopback nor this server');
}

/** Who may call: a program by the admin token, a person by the session of the console. */
export function checkCaller(
  request: IncomingMessage,
  { token, sessions, issuer }: { token: string; sessions: Sessions; issuer: string },
): void {
  const session = sessionIdOf(request);
  const signedIn = session !== undefined && sessions.isOpen(session);
  if (signedIn && request.headers.authorization === undefined) checkSameOrigin(request, issuer);
  else checkToken(request, token);
}

export function isToken(presented: string, expected: string): boolean {
  // Digests are of one length, so the comparison tells nothing about the token's.
  return timingSafeEqual(digest(presented), digest(expected));
}

function checkToken(request: IncomingMessage, expected: string): void {
  const presented = /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (presented !== undefined && isToken(presented, expected)) return;
  const error = presented === undefined ? '' : ', error="invalid_token"';
  throw new AdminError(401, 'invalid_token', 'send the admin token as Authorization: Bearer …', {
    'www-authenticate': `Bearer realm="proofkey admin"${error}`,
  });
}

/**
 * A browser sends the cookie along whoever asks it to, and a page on another port of this machine (the application
 * under test) is of the same site, so SameSite does not keep it out. Browsers say who asks: by Sec-Fetch-Site, and
 * where they do not, by the Origin of everything but a GET.
 */
function checkSameOrigin({ method, headers }: IncomingMessage, issuer: string): void {
  const site = headers['sec-fetch-site'];
  const reads = method === 'GET';
  if (site !== undefined && (site === 'same-origin' || (reads && site === 'none'))) return;
  if (
    site === undefined &&
    (headers.origin === undefined ? reads : isOwn(headers.origin, headers.host, issuer))
  )
    return;
  throw new AdminError(
    403,
    'access_denied',
    'with the cookie of the console, only its own page may call this',
  );
}

function isOwn(origin: string, host: string | undefined, issuer: string): boolean {
  if (!URL.canParse(origin)) return false;
  return new URL(origin).host === host || origin === new URL(issuer).origin;
}
