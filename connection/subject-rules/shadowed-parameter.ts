import { ownParameters } from '../rules/shared/wire-names.js';
import type { SubjectRule } from './rule.js';

/** The harness sends these itself, and sends wrong ones on purpose. */
const set = new Set<string>([...ownParameters.authorization, 'nonce', 'request', 'request_uri']);

const message =
  'is a parameter that each request sets anew, so a fixed value would break the flow, and tests that send wrong ones on purpose would mean nothing. Remove it; scopes, client and redirect URL have fields of their own';

export const shadowedParameter: SubjectRule = {
  demands: '`authorizationParams` sets no parameter that the protocol sets.',
  remedy: 'Remove it: scopes, client and redirect URL have fields of their own.',
  clause: 'RFC 6749 §4.1.1',
  onConnections: true,
  check: ({ subject }) =>
    Object.keys(subject.connection?.auth.authorizationParams ?? {})
      .filter((name) => set.has(name))
      .map((name) => ({ path: ['connection', 'auth', 'authorizationParams', name], message })),
};
