import type { AuthorizationExchange } from '../endpoints/authorization.js';
import { describable, OAuthError } from '../oauth-error.js';

/** OpenID Connect Core §3.1.2.6: what would change the meaning of the request must not be ignored. */
const unserved = ['request', 'request_uri', 'registration'];

export function refuseUnservedParameters({ parameters, seams }: AuthorizationExchange): void {
  const found = unserved.find((name) => parameters.has(name));
  if (found !== undefined) throw new OAuthError(`${found}_not_supported`, `${found} is not served here`);
  const mode = parameters.get('response_mode');
  const modes = seams.authorizationRequest.responseModes;
  if (mode !== undefined && !modes.includes(mode)) {
    const wanted = modes.join(' or ');
    throw new OAuthError('invalid_request', `response_mode must be ${wanted}, not ${describable(mode)}`);
  }
}
