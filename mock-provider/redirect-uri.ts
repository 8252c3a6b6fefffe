import type { Client } from './client.js';

/** http URI on a loopback IP literal, split so that the port can be left out of the comparison (RFC 8252 §7.3). */
const loopbackLiteral = /^http:\/\/(127\.0\.0\.1|\[::1\])(?::\d{1,5})?(\/[^#]*|\?[^#]*)?$/;

/**
 * Simple string comparison (RFC 9700 §2.1, RFC 3986 §6.2.1), but for the port of a native client's loopback
 * literal, which the operating system chooses when the client starts (RFC 8252 §7.3).
 */
export function matchesRegistered(requested: string, client: Client): boolean {
  return client.redirect_uris.some(
    (registered) => requested === registered || sameButPort(requested, registered, client),
  );
}

function sameButPort(requested: string, registered: string, client: Client): boolean {
  if (client.application_type !== 'native' || !URL.canParse(requested)) return false;
  const [a, b] = [loopbackLiteral.exec(requested), loopbackLiteral.exec(registered)];
  return a !== null && b !== null && a[1] === b[1] && (a[2] ?? '') === (b[2] ?? '');
}

/** Why a redirect URI cannot be registered, or undefined (RFC 6749 §3.1.2, RFC 8252 §7, RFC 9700 §2.6). */
export function redirectUriProblem(uri: string): string | undefined {
  // A URL parser drops line breaks and encodes the rest; a comparison of strings, and a header, do not.
  if (/[^\x21-\x7E]|["<>\\^`{|}]/.test(uri))
    return 'a redirect URI must consist of URI characters (RFC 3986)';
  if (!URL.canParse(uri)) return 'a redirect URI must be an absolute URI';
  const { protocol, hostname, hash, username, password } = new URL(uri);
  if (hash !== '' || uri.includes('#')) return 'a redirect URI must not have a fragment';
  if (username !== '' || password !== '') return 'a redirect URI must not have user information';
  if (protocol === 'https:') return undefined;
  if (protocol === 'http:') {
    const loopback = hostname === '127.0.0.1' || hostname === '[::1]';
    return loopback
      ? undefined
      : 'http is allowed on the loopback addresses 127.0.0.1 and [::1] only; use https';
  }
  // A private-use scheme is a reversed domain name, so that it has an owner (RFC 8252 §7.1).
  return protocol.includes('.')
    ? undefined
    : 'a private-use scheme must be a reversed domain name such as com.example.app';
}

/** Adds parameters to a redirect URI, keeping a query that it has (RFC 6749 §3.1.2). */
export function withParameters(
  uri: string,
  parameters: Record<string, string>,
  mode: 'query' | 'fragment',
): string {
  const encoded = new URLSearchParams(parameters).toString();
  if (mode === 'fragment') return `${uri}#${encoded}`;
  if (!uri.includes('?')) return `${uri}?${encoded}`;
  return uri.endsWith('?') || uri.endsWith('&') ? `${uri}${encoded}` : `${uri}&${encoded}`;
}
