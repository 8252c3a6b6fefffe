import type { Connection } from '../../subject.js';
import type { Path } from '../../subject-file-error.js';

/** What the product chose of its redirect URI: the whole URL, or what follows the scheme. */
export function redirectText({ auth }: Connection): { path: Path; text: string } | undefined {
  const { redirect } = auth;
  if (redirect === undefined) return undefined;
  return redirect.method === 'web'
    ? { path: ['auth', 'redirect', 'redirectUrl'], text: redirect.redirectUrl }
    : { path: ['auth', 'redirect', 'callbackPath'], text: redirect.callbackPath };
}

/** The scheme of an app, and where it stands. */
export function appScheme({ auth }: Connection): { path: Path; scheme: string } | undefined {
  const { redirect } = auth;
  if (redirect === undefined || redirect.method === 'web') return undefined;
  return redirect.method === 'app-scheme'
    ? { path: ['auth', 'redirect', 'scheme'], scheme: redirect.scheme }
    : { path: ['auth', 'redirect', 'uriScheme'], scheme: redirect.uriScheme };
}

/** Names of the parameters in a URL's query, decoded. */
export function queryNames(text: string): string[] {
  const query = /\?([^#]*)/.exec(text)?.[1] ?? '';
  return [...new URLSearchParams(query).keys()];
}
