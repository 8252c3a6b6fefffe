/** The URLs of a subject file: where each stands, what it is for, and which hosts a run contacts. */
import { isLoopbackHost } from './loopback.js';
import type { Path } from './subject-file-error.js';
import type { SubjectInFile } from './subject-in-file.js';

/**
 * `redirect` may have a private-use scheme, `resource` is an identifier that is never fetched, `application` is a page
 * of the client under test: on this machine, which is judged by its address.
 */
export type UrlUse = 'issuer' | 'endpoint' | 'web-redirect' | 'redirect' | 'resource' | 'application';

export interface UrlField {
  path: Path;
  url: string;
  use: UrlUse;
}

/** Every URL that the file holds, valid or not. */
export function urlFields(subject: SubjectInFile): UrlField[] {
  return [...connectionUrls(subject), ...serverUrls(subject), ...clientUrls(subject)];
}

function connectionUrls({ connection }: SubjectInFile): UrlField[] {
  if (connection === undefined) return [];
  const { auth } = connection;
  const fields: UrlField[] = Object.entries(auth)
    .filter(([key]) => key === 'issuer' || key.endsWith('Url'))
    .map(([key, value]) => ({
      path: ['connection', 'auth', key],
      url: String(value),
      use: key === 'issuer' ? 'issuer' : 'endpoint',
    }));
  if (auth.redirect?.method !== 'web') return fields;
  const path = ['connection', 'auth', 'redirect', 'redirectUrl'];
  return [...fields, { path, url: auth.redirect.redirectUrl, use: 'web-redirect' }];
}

function serverUrls({ server }: SubjectInFile): UrlField[] {
  const single: [Path, string | undefined, UrlUse][] = [
    [['start', 'url'], server?.start?.url, 'endpoint'],
    [['resourceUrl'], server?.resourceUrl, 'endpoint'],
    [['scopedResource', 'url'], server?.scopedResource?.url, 'endpoint'],
    [['resourceIndicators', 'first'], server?.resourceIndicators?.first, 'resource'],
    [['resourceIndicators', 'second'], server?.resourceIndicators?.second, 'resource'],
    [['resourceIndicators', 'secondUrl'], server?.resourceIndicators?.secondUrl, 'endpoint'],
  ];
  const redirects = Object.entries(server?.clients ?? {}).flatMap(([name, { redirectUrls = [] }]) =>
    redirectUrls.map((url, index): [Path, string, UrlUse] => [
      ['clients', name, 'redirectUrls', index],
      url,
      'redirect',
    ]),
  );
  return [...single, ...redirects].flatMap(([path, url, use]) =>
    url === undefined ? [] : [{ path: ['server', ...path], url, use }],
  );
}

const pages = ['startUrl', 'statusUrl', 'callUrl', 'refreshUrl', 'logoutUrl'] as const;

/** Without the issuer, where the mock listens: a rule of its own says what it must be. */
function clientUrls({ client }: SubjectInFile): UrlField[] {
  const { driver = {}, redirectUrl } = client ?? {};
  const applications = (['http', 'browser'] as const).flatMap((kind) =>
    pages.flatMap((page): UrlField[] => {
      const url = driver[kind]?.[page];
      if (url === undefined) return [];
      return [{ path: ['client', 'driver', kind, page], url: filledIn(url), use: 'application' }];
    }),
  );
  if (redirectUrl === undefined) return applications;
  // Only an application that we start is told its port.
  const hasPort = driver.http !== undefined || driver.browser !== undefined;
  const url = hasPort ? redirectUrl.replaceAll('{port}', '1') : redirectUrl;
  return [...applications, { path: ['client', 'redirectUrl'], url, use: 'redirect' }];
}

/** As it may look when its placeholders are filled in. */
function filledIn(url: string): string {
  return url.replaceAll('{port}', '1').replaceAll(/(?<!\$)\{\w+\}/g, 'x');
}

/** Absolute http(s) with a host, or undefined. Refuses what the URL parser would silently repair. */
export function webUrl(text: string): URL | undefined {
  if (!/^https?:\/\/[^/?#\s\\]/i.test(text) || /[\s\\\p{Cc}]/u.test(text)) return undefined;
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** Hostname of an entry of `server.hosts` (`name`, `name:port`, `[::1]:port`), or undefined if it is more than that. */
export function hostnameOf(entry: string): string | undefined {
  return /[/?#@*]/.test(entry) ? undefined : webUrl(`https://${entry}`)?.hostname;
}

/** Hosts that a run contacts, by where the file names them. The mock's endpoints are its own, not the connection's. */
export function contactedHosts(
  subject: SubjectInFile,
): { path: Path; hostname: string; loopback: boolean }[] {
  const named = urlFields(subject)
    .filter(({ use }) => use === 'issuer' || use === 'endpoint')
    .filter(({ path }) => path[0] === 'server' || subject.server?.mock === undefined)
    .map(({ path, url }) => ({ path, hostname: webUrl(url)?.hostname }));
  const listed = (subject.server?.hosts ?? []).map((entry, index) => ({
    path: ['server', 'hosts', index],
    hostname: hostnameOf(entry),
  }));
  return [...named, ...listed].flatMap(({ path, hostname }) =>
    hostname === undefined ? [] : [{ path, hostname, loopback: isLoopbackHost(hostname) }],
  );
}
