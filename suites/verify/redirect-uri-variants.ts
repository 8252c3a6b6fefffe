import type { ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { type NoRedirect, verifyNotRedirected } from './no-redirect.js';

/** Redirect URIs that nobody registered, by what is wrong with them; on the wire exactly as they stand here. */
export type Variants = Record<string, string>;

/** Each variant is refused without a redirect. One that is registered after all is not judged. */
export async function verifyVariantsRefused(
  server: ServerUnderTest,
  judge: Judge,
  variants: Variants,
  options: NoRedirect = {},
): Promise<void> {
  const registered = server.client.redirectUris.map(lessLoopbackPort);
  const foreign = Object.entries(variants).filter(([, uri]) => !registered.includes(lessLoopbackPort(uri)));
  if (foreign.length === 0)
    judge.inconclusive('a variant that is not registered', 'all of them among the registered redirect URIs');
  for (const [name, redirect_uri] of foreign) {
    await judge.variant(`${name} (${visible(redirect_uri)})`, () =>
      verifyNotRedirected(server, judge, server.authorizationRequest({ redirect_uri }), options),
    );
  }
}

/** A redirect URI in its parts, uninterpreted: no parser may mend what a variant breaks (RFC 3986 Appendix B). */
export interface RedirectUriParts {
  scheme: string;
  host: string;
  port: string;
  path: string;
  query: string;
}

/** The client's first redirect URI that has a host. Inconclusive when there is none: private-use schemes need none. */
export function hierarchicalRedirect({ client }: ServerUnderTest, judge: Judge): RedirectUriParts {
  for (const uri of client.redirectUris) {
    const parts = /^([a-z][a-z0-9+.-]*):\/\/(\[[^\]]*\]|[^/?#:]+)(?::(\d+))?(\/[^?#]*)?(\?[^#]*)?$/i.exec(
      uri,
    );
    if (parts === null) continue;
    const [, scheme = '', host = '', port = '', path = '', query = ''] = parts;
    return { scheme, host, port, path, query };
  }
  return judge.inconclusive('a registered redirect URI with a host', `none of client ${client.name}`);
}

/** What comes before the query of a redirect URI, and the query. */
export function beforeQuery(uri: string): [string, string] {
  const question = uri.indexOf('?');
  return question < 0 ? [uri, ''] : [uri.slice(0, question), uri.slice(question)];
}

/** The port of a loopback redirect is nobody's to register (RFC 8252 §7.3). */
function lessLoopbackPort(uri: string): string {
  return uri.replace(/^(http:\/\/(?:127\.0\.0\.1|\[::1\]|localhost)):\d+/, '$1');
}

function visible(uri: string): string {
  return uri.replaceAll('\t', '%09');
}

/** A redirect URI on a loopback literal with another port. */
export function withPort(uri: string, port: number): string {
  return uri.replace(/^(http:\/\/(?:127\.0\.0\.1|\[::1\]))(?::\d+)?/, `$1:${port}`);
}
