import type { Exchange } from '../exchange.js';
import { OAuthError } from '../oauth-error.js';
import { redirectUriProblem } from '../redirect-uri.js';

/** RFC 7591. */
export interface RegistrationSeam {
  checkRedirectUri(uri: string, exchange: Exchange): void;
  answer(body: Record<string, unknown>, exchange: Exchange): Record<string, unknown>;
}

export const registration: RegistrationSeam = {
  checkRedirectUri(uri) {
    const problem = redirectUriProblem(uri);
    if (problem !== undefined) throw new OAuthError('invalid_redirect_uri', problem);
  },
  answer: (body) => body,
};
