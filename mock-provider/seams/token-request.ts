import type { BackChannelExchange } from '../endpoints/back-channel.js';
import { formBody } from '../exchange.js';
import { describable, invalidGrant, OAuthError } from '../oauth-error.js';
import { sha256Base64url } from '../random.js';
import type { CodeRecord } from '../records.js';
import type { Reply } from '../reply.js';

/** What the token endpoint accepts (RFC 6749 §3.2, RFC 7636 §4.6). */
export interface TokenRequestSeam {
  methodAllowed(method: string): boolean;
  /** The parameters of the request, under the names of the RFCs. */
  form(exchange: BackChannelExchange): URLSearchParams;
  grantType(exchange: BackChannelExchange): string;
  /** A parameter that the grant cannot do without. */
  required(name: string, exchange: BackChannelExchange): string;
  /** Called for a grant_type that is not served. */
  unsupportedGrant(grantType: string, exchange: BackChannelExchange): Promise<Reply>;
  /** Refuses a verifier that does not fit, is missing, or comes without a challenge (RFC 9700 §4.8.2). */
  checkVerifier(
    challenge: CodeRecord['challenge'],
    verifier: string | undefined,
    exchange: BackChannelExchange,
  ): void;
  verifierMatches(challenge: NonNullable<CodeRecord['challenge']>, verifier: string): boolean;
}

const verifierAlphabet = /^[A-Za-z0-9\-._~]{43,128}$/;

export const tokenRequest: TokenRequestSeam = {
  methodAllowed: (method) => method === 'POST',
  form: ({ request }) => formBody(request),
  grantType: (exchange) => exchange.seams.tokenRequest.required('grant_type', exchange),
  required(name, { parameters }) {
    const value = parameters.get(name);
    if (value === undefined) throw new OAuthError('invalid_request', `${name} is missing`);
    return value;
  },
  async unsupportedGrant(grantType) {
    throw new OAuthError('unsupported_grant_type', `grant_type ${describable(grantType)} is not served`);
  },
  checkVerifier(challenge, verifier, { seams }) {
    if (challenge === undefined && verifier === undefined) return;
    if (challenge === undefined) {
      throw invalidGrant('verifier', 'code_verifier sent for a code that was issued without code_challenge');
    }
    if (verifier === undefined) throw invalidGrant('verifier', 'code_verifier is missing');
    if (!seams.tokenRequest.verifierMatches(challenge, verifier)) {
      throw invalidGrant('verifier', 'code_verifier does not match code_challenge');
    }
  },
  verifierMatches: (challenge, verifier) =>
    verifierAlphabet.test(verifier) &&
    challenge.method === 'S256' &&
    sha256Base64url(verifier) === challenge.value,
};
