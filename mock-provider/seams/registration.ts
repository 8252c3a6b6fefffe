import type { Client } from '../client.js';
import type { Exchange } from '../exchange.js';
import { OAuthError } from '../oauth-error.js';
import { redirectUriProblem } from '../redirect-uri.js';
import type { Tenant } from '../tenant.js';

/** RFC 7591. */
export interface RegistrationSeam {
  checkRedirectUri(uri: string, exchange: Exchange): void;
  answer(body: Record<string, unknown>, exchange: Exchange): Record<string, unknown>;
  /** What a client that the tenant starts with is given, in place of what it was registered with. */
  credentials(client: Client, tenant: Tenant): Promise<Pick<Client, 'client_secret' | 'jwks'>>;
}

export const registration: RegistrationSeam = {
  checkRedirectUri(uri) {
    const problem = redirectUriProblem(uri);
    if (problem !== undefined) throw new OAuthError('invalid_redirect_uri', problem);
  },
  answer: (body) => body,
  credentials: async () => ({}),
};
