import { redirectUrlOf } from '../redirect-url.js';
import type { Connection } from '../subject.js';
import { quote } from '../subject-file-error.js';
import { webUrl } from '../urls.js';
import type { ConnectionRule } from './rule.js';
import { redirectText } from './shared/redirect-parts.js';

/** Information only: whether servers send "iss", which helps as well, is not to be seen in a manifest. */
export const sharedRedirectUri: ConnectionRule = {
  level: 'info',
  demands:
    'Connections to different authorization servers have redirect URIs of their own, or issuers to tell them by.',
  remedy:
    'Give each connection a redirect URI of its own, or declare both issuers and compare iss in the response.',
  clause: 'RFC 9700 §4.4, RFC 9207',
  check(connection, { connections }) {
    const redirect = redirectText(connection);
    if (redirect === undefined) return [];
    const earlier = connections.slice(0, connections.indexOf(connection));
    const other = earlier.find((candidate) => sharesRedirect(candidate, connection));
    if (other === undefined) return [];
    return [
      {
        path: redirect.path,
        what: `is the redirect URI of connection ${quote(other.id)} too, at another authorization server`,
        why: 'a response says not which server it is from, so one of them can obtain codes of the other (mix-up)',
        instead: 'Give each its own, or declare both issuers and compare "iss" in the response',
      },
    ];
  },
};

function sharesRedirect(one: Connection, two: Connection): boolean {
  if (redirectUrlOf(one) !== redirectUrlOf(two)) return false;
  if (one.auth.issuer !== undefined && two.auth.issuer !== undefined) return false;
  const [first, second] = [one, two].map(({ auth }) => webUrl(auth.authorizationUrl ?? auth.issuer ?? ''));
  return first !== undefined && second !== undefined && first.origin !== second.origin;
}
