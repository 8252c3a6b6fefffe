import { quote } from '../subject-file-error.js';
import { protocolParameterInUrl } from './protocol-parameter-in-url.js';
import type { ConnectionRule } from './rule.js';
import { queryNames } from './shared/redirect-parts.js';

export const authorizationUrlQuery: ConnectionRule = {
  level: 'warning',
  demands: 'authorizationUrl has no query; authorizationParams holds further parameters.',
  remedy: 'Move what stands in the query to authorizationParams.',
  clause: 'RFC 6749 §3.1',
  check(connection, surroundings) {
    const names = queryNames(connection.auth.authorizationUrl ?? '').slice(0, 5);
    if (names.length === 0) return [];
    // What does not belong there at all has a rule of its own.
    const path = ['auth', 'authorizationUrl'];
    const graver = protocolParameterInUrl.check(connection, surroundings);
    if (graver.some((objection) => objection.path[1] === path[1])) return [];
    return [
      {
        path,
        what: 'has a query',
        why: 'the query must be kept and the request appended with "&", and a client that appends "?" sends people astray',
        instead: `Move ${names.map(quote).join(', ')} to authorizationParams`,
      },
    ];
  },
};
