import { redirectUrlOf } from '../redirect-url.js';
import type { ConnectionAuth } from '../subject.js';

type Redirect = NonNullable<ConnectionAuth['redirect']>;

/** A redirect URI as one of the manifest's shapes, byte for byte; undefined for what none of them can express. */
export function redirectOf(uri: string): Redirect | undefined {
  if (/^https?:/i.test(uri)) return { method: 'web', redirectUrl: uri };
  const parts = /^([a-z][a-z0-9+.-]*):(\/\/?)(.+)$/s.exec(uri);
  if (parts === null) return undefined;
  const [, scheme = '', slashes = '', rest = ''] = parts;
  const callbackPath = `/${rest}`;
  const redirect: Redirect =
    slashes === '//'
      ? { method: 'app-scheme', scheme, callbackPath }
      : { method: 'app-uri', uriScheme: scheme, callbackPath };
  const written = redirectUrlOf({ id: '', provider: '', title: '', auth: { type: 'oauth', redirect } });
  return written === uri ? redirect : undefined;
}

/** What the manifest demands of a scheme. */
export function isScheme(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*$/.test(text);
}
