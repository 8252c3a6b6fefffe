import type { SubjectRule } from './rule.js';

/** The harness sends these itself, and sends wrong ones on purpose. */
const ownParameters = new Set([
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
  'nonce',
  'request',
  'request_uri',
]);

const message =
  'is a parameter that the tests set themselves, so a fixed value would make their results meaningless. Remove it; scopes, client and redirect URL have fields of their own';

export const shadowedParameter: SubjectRule = ({ subject }) =>
  Object.keys(subject.connection?.auth.authorizationParams ?? {})
    .filter((name) => ownParameters.has(name))
    .map((name) => ({ path: ['connection', 'auth', 'authorizationParams', name], message }));
