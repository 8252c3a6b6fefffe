import type { ConnectionAuth } from '../../connection/subject.js';

/** A redirect URI in the fields of a manifest. */
export function redirectOf(url: string): NonNullable<ConnectionAuth['redirect']> {
  if (/^https?:/i.test(url)) return { method: 'web', redirectUrl: url };
  const [, scheme = '', slashes = '', rest = ''] = /^([^:]+):(\/\/?)(.*)$/s.exec(url) ?? [];
  return slashes === '//'
    ? { method: 'app-scheme', scheme, callbackPath: `/${rest}` }
    : { method: 'app-uri', uriScheme: scheme, callbackPath: `/${rest}` };
}
