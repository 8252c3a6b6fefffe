import { isLoopbackHost } from '../../connection/loopback.js';

/** Where an answer goes, as a person can judge it: the host, or the application that owns a scheme (RFC 8252 §7.1). */
export interface Destination {
  name: string;
  what: string;
}

export function destinationOf(redirectUri: string): Destination {
  const { protocol, host, hostname } = new URL(redirectUri);
  if (protocol !== 'http:' && protocol !== 'https:')
    return { name: protocol.slice(0, -1), what: 'an application on this device' };
  if (isLoopbackHost(hostname)) return { name: host, what: 'an application on this computer' };
  return { name: host, what: protocol === 'https:' ? 'a website' : 'a website, without encryption' };
}
