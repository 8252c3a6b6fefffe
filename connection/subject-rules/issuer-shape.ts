import type { SubjectRule } from './rule.js';

const message =
  'has a query or a fragment, which an issuer identifier may not have (RFC 8414 section 2): the address of the metadata could not be built from it. Remove the part from "?" or "#"';

export const issuerShape: SubjectRule = {
  demands: 'An issuer identifier has no query and no fragment.',
  remedy: 'Remove the part from "?" or "#".',
  clause: 'RFC 8414 §2',
  onConnections: true,
  check: ({ subject }) => {
    const issuer = subject.connection?.auth.issuer;
    if (issuer === undefined || !/[?#]/.test(issuer)) return [];
    return [{ path: ['connection', 'auth', 'issuer'], message }];
  },
};
