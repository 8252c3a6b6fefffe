import { environmentReference } from '../environment-references.js';
import { isLoopbackHost } from '../loopback.js';
import { webUrl } from '../urls.js';
import type { SubjectRule } from './rule.js';

/** The mock listens on 127.0.0.1 at this very address, and calls itself by it. */
export const clientIssuer: SubjectRule = {
  demands: 'The issuer of a client under test is an address of this machine where the mock can listen.',
  remedy: 'Write an address of this machine with a port, for example http://127.0.0.1:9000.',
  check: ({ subject }) => {
    const issuer = subject.client?.issuer;
    // A misplaced reference has a rule of its own, which tells more.
    if (issuer === undefined || issuer.search(environmentReference) !== -1) return [];
    const what = objectionTo(issuer);
    if (what === undefined) return [];
    const message = `${what}. Write an address of this machine with a port, for example http://127.0.0.1:9000`;
    return [{ path: ['client', 'issuer'], message }];
  },
};

function objectionTo(issuer: string): string | undefined {
  const url = webUrl(issuer);
  if (url === undefined) return 'is not an absolute http URL, so the mock cannot listen there';
  if (!isLoopbackHost(url.hostname) || !/^(127\.0\.0\.1|.*localhost\.?)$/.test(url.hostname))
    return "is not on 127.0.0.1, where the mock listens when it takes the place of the client's server";
  if (url.protocol !== 'http:')
    return 'is https, and the mock speaks plain http only, so no client could reach it';
  if (url.port === '' || url.port === '0') return 'names no port, so the mock cannot listen there';
  if (issuer !== url.href.replace(/\/$/, '') || /[?#@]/.test(issuer))
    return 'has a query, a fragment, a user, a slash at the end or a spelling that URL parsers change, so clients that compare it would disagree';
  return undefined;
}
