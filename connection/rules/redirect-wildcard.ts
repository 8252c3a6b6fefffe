import type { ConnectionRule } from './rule.js';
import { redirectText } from './shared/redirect-parts.js';

export const redirectWildcard: ConnectionRule = {
  level: 'error',
  demands: 'A redirect URI has no wildcard.',
  remedy: 'Write the one URI that the product sends.',
  clause: 'RFC 9700 §2.1 and §4.1.3',
  check(connection) {
    const redirect = redirectText(connection);
    if (redirect === undefined || !redirect.text.split('?', 1)[0]?.includes('*')) return [];
    return [
      {
        path: redirect.path,
        what: 'has a wildcard',
        why: 'redirect URIs are compared exactly; a server that takes a pattern sends codes to whatever fits it',
        instead: 'Write the one URI that the product sends',
      },
    ];
  },
};
