import type { ConnectionRule } from './rule.js';
import { ownParameters, wireNames } from './shared/wire-names.js';

export const shadowedTokenParameter: ConnectionRule = {
  level: 'error',
  demands: 'tokenParams holds no parameter that the client sends itself.',
  remedy: 'Remove it: client id, secret and redirect URL have fields of their own.',
  clause: 'RFC 6749 §3.2',
  check({ auth }) {
    const own = wireNames(auth, [
      ...ownParameters.token,
      ...ownParameters.refresh,
      'client_assertion',
      'client_assertion_type',
    ]);
    return Object.keys(auth.tokenParams ?? {})
      .filter((name) => own.has(name))
      .map((name) => ({
        path: ['auth', 'tokenParams', name],
        what: 'is a parameter that the client sends itself',
        why: 'it would come twice, or the fixed value would replace the right one',
        instead: 'Remove it; client id, secret and redirect URL have fields of their own',
      }));
  },
};
