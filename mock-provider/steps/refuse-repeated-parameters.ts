import type { AuthorizationExchange } from '../endpoints/authorization.js';
import { describable, OAuthError } from '../oauth-error.js';

/** RFC 6749 §3.1: parameters must not be included more than once. */
export function refuseRepeatedParameters({ repeated }: AuthorizationExchange): void {
  if (repeated !== undefined)
    throw new OAuthError('invalid_request', `${describable(repeated)} came more than once`);
}
