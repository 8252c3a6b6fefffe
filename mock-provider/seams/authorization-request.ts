import type { AuthorizationExchange } from '../endpoints/authorization.js';
import { spaceSeparated } from '../exchange.js';
import { describable, OAuthError } from '../oauth-error.js';
import type { CodeRecord } from '../records.js';
import { matchesRegistered } from '../redirect-uri.js';
import type { Session } from '../store.js';

/** What the authorization endpoint accepts (RFC 6749 §4.1.1, RFC 7636 §4.3, RFC 9700 §2.1). */
export interface AuthorizationRequestSeam {
  methodAllowed(method: string): boolean;
  /** The parameters as sent, under the names of the RFCs. */
  parameters(encoded: URLSearchParams): URLSearchParams;
  /** Scopes of the `scope` parameter, without empty or repeated ones. */
  scopes(value: string | undefined, exchange: AuthorizationExchange): string[];
  /** Refuses a request for what it leaves out beyond the protocol's own parameters. */
  checkComplete(exchange: AuthorizationExchange): void;
  /** Response modes that may be asked for (OAuth 2.0 Multiple Response Type Encoding Practices §2.1). */
  responseModes: readonly string[];
  /** The redirect URI of a request that names none; undefined: it is refused. */
  defaultRedirectUri(exchange: AuthorizationExchange): string | undefined;
  /** Whether the requested redirect URI is one of the registered ones. */
  redirectUriMatches(requested: string, exchange: AuthorizationExchange): boolean;
  /** Unknown client_id: true sends the error to the unverified redirect URI, which RFC 6749 §4.1.2.1 forbids. */
  redirectsUnknownClient: boolean;
  /** Returns the response type to serve, or throws. */
  responseType(requested: string | undefined, exchange: AuthorizationExchange): string;
  /** Whether this request may go without a code_challenge. */
  challengeOptional(exchange: AuthorizationExchange): boolean;
  /** Returns the method to verify with, or throws. */
  challengeMethod(requested: string | undefined, exchange: AuthorizationExchange): string;
  /** Refuses a challenge that its method cannot have made. */
  checkChallenge(challenge: NonNullable<CodeRecord['challenge']>, exchange: AuthorizationExchange): void;
  /** Whether somebody who is logged in must log in again (OpenID Connect Core §3.1.2.1: prompt, max_age). */
  reauthenticates(session: Session, exchange: AuthorizationExchange): boolean;
  /** Subject of the logged-in browser, or undefined: then the login page is shown. */
  resourceOwner(session: Session | undefined, exchange: AuthorizationExchange): string | undefined;
}

/** A base64url SHA-256 without padding is 43 characters long (RFC 7636 §4.2). */
const s256Challenge = /^[A-Za-z0-9_-]{43}$/;

export const authorizationRequest: AuthorizationRequestSeam = {
  methodAllowed: (method) => method === 'GET' || method === 'POST',
  parameters: (encoded) => encoded,
  scopes: spaceSeparated,
  checkComplete: () => {},
  responseModes: ['query'],
  defaultRedirectUri({ client }) {
    const [only, another] = client.redirect_uris;
    return another === undefined ? only : undefined;
  },
  redirectUriMatches: (requested, { client }) => matchesRegistered(requested, client),
  redirectsUnknownClient: false,
  responseType(requested) {
    if (requested === undefined)
      throw new OAuthError('invalid_request', 'response_type is missing; send response_type=code');
    if (requested !== 'code') {
      throw new OAuthError(
        'unsupported_response_type',
        `only response_type=code is served, not ${describable(requested)}`,
      );
    }
    return requested;
  },
  challengeOptional: ({ client, parameters }) =>
    !client.require_pkce && client.token_endpoint_auth_method !== 'none' && parameters.has('nonce'),
  challengeMethod(requested) {
    if (requested === 'S256') return requested;
    const received = requested === undefined ? 'left out, which means plain' : describable(requested);
    throw new OAuthError('invalid_request', `code_challenge_method must be S256; received: ${received}`);
  },
  checkChallenge({ value, method }) {
    if (method !== 'S256' || s256Challenge.test(value)) return;
    throw new OAuthError(
      'invalid_request',
      'code_challenge must be 43 characters of base64url, the SHA-256 of the verifier',
    );
  },
  reauthenticates({ sub, authTime }, { prompt, maxAge, tenant }) {
    if (sub === undefined) return false;
    if (prompt.includes('login') || maxAge === 0) return true;
    return maxAge !== undefined && tenant.clock.now() - authTime > maxAge;
  },
  resourceOwner: (session) => session?.sub,
};
