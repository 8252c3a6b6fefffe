import type { ConnectionRule } from './rule.js';
import { queryNames, redirectText } from './shared/redirect-parts.js';

/** Of an authorization response (RFC 6749 section 4.1.2, RFC 9207 section 2). */
const responseParameters = new Set(['code', 'state', 'error', 'error_description', 'error_uri', 'iss']);

export const redirectResponseParameter: ConnectionRule = {
  level: 'error',
  demands: 'The query of a redirect URI has no parameter of the response.',
  remedy: 'Rename the parameter, or put it into the path.',
  clause: 'RFC 6749 §4.1.2',
  check(connection) {
    const redirect = redirectText(connection);
    const found = queryNames(redirect?.text ?? '').find((name) => responseParameters.has(name));
    if (redirect === undefined || found === undefined) return [];
    return [
      {
        path: redirect.path,
        what: `has "${found}" in its query`,
        why: 'the response brings another, and a product that reads the first takes what it wrote itself',
        instead: 'Rename the parameter, or put it into the path',
      },
    ];
  },
};
