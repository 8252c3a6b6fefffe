import { authorizationProvider } from '../known-providers.js';
import type { ConnectionRule } from './rule.js';
import { redirectText } from './shared/redirect-parts.js';

export const redirectQuery: ConnectionRule = {
  level: 'warning',
  demands: 'A redirect URI has no query where the provider appends the response with "?" always.',
  remedy: 'Put what the query says into the path.',
  clause: 'RFC 6749 §3.1.2',
  check(connection) {
    const redirect = redirectText(connection);
    const provider = authorizationProvider(connection.auth);
    if (!redirect?.text.includes('?') || provider?.appendsQuestionMark !== true) return [];
    return [
      {
        path: redirect.path,
        what: `has a query, and ${provider.name} documents that it appends "?code=…" to whatever it is given`,
        why: 'code and state would become part of the last parameter, and the product would find neither',
        instead: 'Put what the query says into the path',
      },
    ];
  },
};
