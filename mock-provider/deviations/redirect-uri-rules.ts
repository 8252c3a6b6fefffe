import { isIP } from 'node:net';

/** What a comparison of redirect URIs lets differ. */
export interface Tolerance {
  /** Hosts on which the port does not count. */
  anyPort: readonly string[];
  subdirectories: boolean;
  subdomains: boolean;
}

interface Parts {
  scheme: string;
  host: string;
  port: string;
  path: string;
  query: string;
}

/** The text is split and not parsed: what a parser would repair must not pass for something else. */
const shape =
  /^(?<scheme>https?):\/\/(?<host>[a-z0-9.-]+|\[[0-9a-f:]+\])(?<port>:\d{1,5})?(?<path>\/[^?#\\]*)?(?<query>\?[^#\\]*)?$/;

/** Whether it is an http URI on one of these loopback hosts, whatever its port and path. */
export function isOnLoopback(uri: string, hosts: readonly string[]): boolean {
  const parts = partsOf(uri);
  return parts?.scheme === 'http' && hosts.includes(parts.host);
}

/** Whether a redirect URI differs from a registered one by no more than is tolerated. */
export function isTolerated(requested: string, registered: string, tolerance: Tolerance): boolean {
  const [asked, known] = [partsOf(requested), partsOf(registered)];
  if (asked === undefined || known === undefined) return false;
  return (
    asked.scheme === known.scheme &&
    asked.query === known.query &&
    (asked.host === known.host || (tolerance.subdomains && isSubdomain(asked.host, known.host))) &&
    (asked.port === known.port || tolerance.anyPort.includes(asked.host)) &&
    (asked.path === known.path || (tolerance.subdirectories && isBelow(asked.path, known.path)))
  );
}

function isSubdomain(host: string, parent: string): boolean {
  return isIP(parent) === 0 && host.endsWith(`.${parent}`);
}

/** `..` may lead out again, so a path that changes when it is resolved is below nothing. */
function isBelow(path: string, directory: string): boolean {
  const resolved = new URL(`http://localhost${path}`).pathname;
  return resolved === path && path.startsWith(directory.replace(/\/?$/, '/'));
}

function partsOf(uri: string): Parts | undefined {
  const groups = /[^\x21-\x7E]/.test(uri) || !URL.canParse(uri) ? undefined : shape.exec(uri)?.groups;
  if (groups === undefined) return undefined;
  const { scheme = '', host = '', port = '', path = '', query = '' } = groups;
  return { scheme, host, port, path, query };
}
