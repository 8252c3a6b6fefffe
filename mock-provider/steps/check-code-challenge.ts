import type { AuthorizationExchange } from '../endpoints/authorization.js';
import { OAuthError } from '../oauth-error.js';

/** A base64url SHA-256 without padding is 43 characters long (RFC 7636 §4.2). */
const s256Challenge = /^[A-Za-z0-9_-]{43}$/;

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
  const method = seams.authorizationRequest.challengeMethod(parameters.get('code_challenge_method'));
  if (method === 'S256' && !s256Challenge.test(value)) {
    throw new OAuthError(
      'invalid_request',
      'code_challenge must be 43 characters of base64url, the SHA-256 of the verifier',
    );
  }
  exchange.challenge = { value, method };
}
