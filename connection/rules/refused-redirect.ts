import { authorizationProvider, type RedirectKind } from '../known-providers.js';
import { isLoopbackHost } from '../loopback.js';
import type { Connection } from '../subject.js';
import { webUrl } from '../urls.js';
import type { ConnectionRule } from './rule.js';
import { appScheme, redirectText } from './shared/redirect-parts.js';

export const refusedRedirect: ConnectionRule = {
  level: 'warning',
  demands: 'The redirect URI is of a kind that the provider takes.',
  remedy:
    'Register a redirect URI of a kind that the provider takes, such as an https URL that hands the response on.',
  check(connection) {
    const path = appScheme(connection)?.path ?? redirectText(connection)?.path;
    const provider = authorizationProvider(connection.auth);
    const kind = kindOf(connection);
    if (path === undefined || kind === undefined || !provider?.refusedRedirects?.includes(kind)) return [];
    return [
      {
        path,
        what: `goes to ${kind === 'localhost' ? kind : `a ${kind}`}, which ${provider.name} refuses`,
        why: 'it could not be registered, and no response would ever arrive',
        instead: provider.refusedRedirects.includes('localhost')
          ? 'Write an https URL with a domain name, which can hand the response on'
          : 'Write http://localhost with the same port and path',
      },
    ];
  },
};

function kindOf(connection: Connection): RedirectKind | undefined {
  if (appScheme(connection) !== undefined) return 'private-use scheme';
  const url = webUrl(redirectText(connection)?.text ?? '');
  if (url === undefined || !isLoopbackHost(url.hostname)) return undefined;
  return /localhost\.?$/.test(url.hostname) ? 'localhost' : 'loopback address';
}
