import type { Connection } from './subject.js';

/** The redirection endpoint that a connection declares, as it goes over the wire. */
export function redirectUrlOf(connection: Connection | undefined): string | undefined {
  const redirect = connection?.auth.redirect;
  if (redirect === undefined) return undefined;
  if (redirect.method === 'web') return redirect.redirectUrl;
  const path = redirect.callbackPath.replace(/^\/+/, '');
  return redirect.method === 'app-scheme' ? `${redirect.scheme}://${path}` : `${redirect.uriScheme}:/${path}`;
}
