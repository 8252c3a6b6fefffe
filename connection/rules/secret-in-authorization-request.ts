import type { ConnectionRule } from './rule.js';
import { secretParameters, wireNames } from './shared/wire-names.js';

export const secretInAuthorizationRequest: ConnectionRule = {
  level: 'error',
  demands: 'authorizationParams holds no secret, assertion, verifier or refresh token.',
  remedy: 'Remove it: only the token request proves who the client is.',
  clause: 'RFC 6749 §2.3.1 and §10.3',
  check({ auth }) {
    const secrets = wireNames(auth, secretParameters);
    return Object.keys(auth.authorizationParams ?? {})
      .filter((name) => secrets.has(name))
      .map((name) => ({
        path: ['auth', 'authorizationParams', name],
        what: 'goes through the browser with the authorization request',
        why: 'it would stand in the address bar, the history and the logs of every server on the way',
        instead: 'Remove it; only the token request proves who the client is',
      }));
  },
};
