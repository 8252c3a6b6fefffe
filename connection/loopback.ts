/** Which hosts are this machine. Decides what may be tested without anyone's permission, so doubt means "no". */
import { isIPv4, isIPv6 } from 'node:net';

const hostnameCharacters = /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/;

/**
 * Whether a host, by name alone, is loopback: `localhost`, `*.localhost` (RFC 6761), 127.0.0.0/8, ::1 and its
 * IPv4-mapped form. Takes what stands in a URL or what `URL.hostname` gives: any case, IPv6 with or without brackets,
 * one trailing dot, the short IPv4 spellings that URL parsers and resolvers accept (`127.1`).
 */
export function isLoopbackHost(hostname: string): boolean {
  const bare = /^\[(.*)\]$/.exec(hostname)?.[1];
  if (bare !== undefined) return isIPv6(bare) && isLoopbackAddress(bare);
  if (isIPv6(hostname)) return isLoopbackAddress(hostname);
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (!hostnameCharacters.test(host)) return false;
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  // The URL parser decides what is an IPv4 address, as fetch will: "127.0.0.1.evil.test" stays a name.
  if (!URL.canParse(`http://${host}`)) return false;
  return isLoopbackAddress(new URL(`http://${host}`).hostname);
}

/** Whether an address that a resolver returned is loopback. Names and short spellings are not addresses: false. */
export function isLoopbackAddress(ip: string): boolean {
  if (isIPv4(ip)) return ip.startsWith('127.');
  const address = ip.replace(/%.*$/, '');
  if (!isIPv6(address)) return false;
  // The URL parser brings every spelling of an IPv6 address into one form.
  const canonical = new URL(`http://[${address}]`).hostname;
  return canonical === '[::1]' || /^\[::ffff:7f[0-9a-f]{2}:/.test(canonical);
}
