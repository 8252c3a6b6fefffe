import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isLoopbackHost } from '../../connection/loopback.js';
import { hostNameOf, inUrl } from '../host-name.js';
import { AdminError } from './route.js';

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

export function checkToken(request: IncomingMessage, expected: string): void {
  const presented = /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  // Digests are of one length, so the comparison tells nothing about the token's.
  if (presented !== undefined && timingSafeEqual(digest(presented), digest(expected))) return;
  const error = presented === undefined ? '' : ', error="invalid_token"';
  throw new AdminError(401, 'invalid_token', 'send the admin token as Authorization: Bearer …', {
    'www-authenticate': `Bearer realm="proofkey admin"${error}`,
  });
}

function digest(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}
