/** What providers demand or do that a manifest must agree with. Facts are data, in known-providers.json, with sources. */
import { readFileSync } from 'node:fs';
import type { ClientAuthentication, ConnectionAuth } from './subject.js';
import { webUrl } from './urls.js';

/** `loopback address` is 127.0.0.1 or [::1] in a URL; `localhost` is that name. */
export type RedirectKind = 'loopback address' | 'localhost' | 'private-use scheme';

/**
 * Endpoints are patterns of host and beginning of the path: `*.` in front stands for any subdomain, `*` in the path for
 * one segment. What a member leaves out is not known, and nothing follows from it.
 */
export interface KnownProvider {
  /** As messages call it. */
  name: string;
  authorization?: string[];
  token?: string[];
  issuers?: string[];
  /** When the token endpoint refuses requests without client secret. */
  clientSecret?: 'always' | 'without PKCE';
  /** Native apps are given a secret too, which nobody takes for one (RFC 8252 section 8.5). */
  publicClientsHaveSecret?: boolean;
  /** The only ways in which a client that authenticates may do so. */
  clientAuthentication?: ClientAuthentication[];
  pkceRequired?: boolean;
  /** What a request for refresh tokens needs: all of `param`, or one of `scopes`; `webOnly`: native apps need nothing. */
  offline?: { param?: Record<string, string>; scopes?: string[]; webOnly?: boolean };
  /** What its documentation has in each authorization request, or in those for one of `whenScopes`. */
  authorizationParams?: { params: Record<string, string>; whenScopes?: string[] }[];
  scopeSeparator?: string;
  /** The only formats of a token request that it reads. */
  tokenRequestFormats?: string[];
  /** Its names for parameters, by their standard names. */
  parameterNames?: Record<string, string>;
  errorWith200?: boolean;
  refusedRedirects?: RedirectKind[];
  /** Appends `?code=…` to a redirect URI even if that has a query. */
  appendsQuestionMark?: boolean;
  /** How its tokens begin. */
  tokenPrefixes?: string[];
  /** Where the facts are from. */
  sources: string[];
}

type Kind = 'authorization' | 'token' | 'issuers';
type Pattern = (url: URL) => boolean;

let providers: readonly KnownProvider[] | undefined;
const patterns = new Map<Kind, { provider: KnownProvider; matches: Pattern }[]>();

export function knownProviders(): readonly KnownProvider[] {
  providers ??= JSON.parse(readFileSync(new URL('./known-providers.json', import.meta.url), 'utf8'));
  return providers as readonly KnownProvider[];
}

/** The provider that asks the resource owner, by the authorization endpoint or else the issuer. */
export function authorizationProvider(auth: ConnectionAuth): KnownProvider | undefined {
  return auth.authorizationUrl === undefined
    ? providerAt(auth.issuer, 'issuers')
    : providerAt(auth.authorizationUrl, 'authorization');
}

/** The provider that answers token requests. Another than the former where a backend of the product adds the secret. */
export function tokenProvider(auth: ConnectionAuth): KnownProvider | undefined {
  return auth.tokenUrl === undefined
    ? providerAt(auth.issuer, 'issuers')
    : providerAt(auth.tokenUrl, 'token');
}

function providerAt(url: string | undefined, kind: Kind): KnownProvider | undefined {
  const parsed = url === undefined ? undefined : webUrl(url);
  return parsed && patternsOf(kind).find(({ matches }) => matches(parsed))?.provider;
}

function patternsOf(kind: Kind): { provider: KnownProvider; matches: Pattern }[] {
  const known = patterns.get(kind);
  if (known !== undefined) return known;
  const compiled = knownProviders().flatMap((provider) =>
    (provider[kind] ?? []).map((pattern) => ({ provider, matches: compile(pattern) })),
  );
  patterns.set(kind, compiled);
  return compiled;
}

function compile(pattern: string): Pattern {
  const [host = '', ...path] = pattern.split('/').filter((part) => part !== '');
  const isHost = host.startsWith('*.')
    ? (hostname: string) => hostname.endsWith(host.slice(1))
    : (hostname: string) => hostname === host;
  return ({ hostname, pathname }) => {
    if (!isHost(hostname)) return false;
    const segments = pathname.split('/').filter((part) => part !== '');
    return path.every(
      (part, index) => segments[index] !== undefined && (part === '*' || part === segments[index]),
    );
  };
}
