import type { AuthorizationExchange } from '../endpoints/authorization.js';
import { OAuthError } from '../oauth-error.js';

/** RFC 7636 §4.3, RFC 9700 §2.1.1: S256, and never without. */
export function checkCodeChallenge(exchange: AuthorizationExchange): void {
  const { parameters, seams } = exchange;
  const value = parameters.get('code_challenge');
  if (value === undefined) {
    if (parameters.has('code_challenge_method')) {
      throw new OAuthError('invalid_request', 'code_challenge_method came without code_challenge');
    }
    if (seams.authorizationRequest.challengeOptional(exchange)) return;
    throw new OAuthError('invalid_request', 'code_challenge is missing; this server requires PKCE with S256');
  }
  const method = seams.authorizationRequest.challengeMethod(
    parameters.get('code_challenge_method'),
    exchange,
  );
  seams.authorizationRequest.checkChallenge({ value, method }, exchange);
  exchange.challenge = { value, method };
}
