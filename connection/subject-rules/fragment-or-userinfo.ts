import { urlFields } from '../urls.js';
import type { SubjectRule } from './rule.js';

const fragment =
  'has a fragment, which is never sent to a server and is forbidden here (RFC 6749 section 3.1, 3.1.2 and 3.2, RFC 8707 section 2). Remove the part from "#"';
const userinfo =
  'holds a user name or password, which ends up in logs and hides the real host. Remove the part up to "@"';

export const fragmentOrUserinfo: SubjectRule = {
  demands: 'No URL has a fragment, a user name or a password.',
  remedy: 'Remove the part from "#", or the part before "@".',
  clause: 'RFC 6749 §3.1, §3.1.2, §3.2',
  onConnections: true,
  check: ({ subject }) =>
    urlFields(subject).flatMap(({ path, url, use }) => {
      const objections = [];
      // An issuer's fragment is the matter of issuer-shape, and a page may have one. Judged by the text: URL drops an
      // empty fragment.
      if (use !== 'issuer' && use !== 'application' && url.includes('#'))
        objections.push({ path, message: fragment });
      if (/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*@/i.test(url)) objections.push({ path, message: userinfo });
      return objections;
    }),
};
