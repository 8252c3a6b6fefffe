import { timingSafeEqual } from 'node:crypto';
import type { Client } from '../client.js';
import { type PresentedCredentials, presentedCredentials } from '../credentials.js';
import type { BackChannelExchange } from '../endpoints/back-channel.js';
import { describable, OAuthError } from '../oauth-error.js';

/** RFC 6749 §2.3, §3.2.1; RFC 7523 §2.2. */
export interface ClientAuthenticationSeam {
  /** Reads what the request presents; undefined when it names no client at all. */
  credentials(exchange: BackChannelExchange): PresentedCredentials | undefined;
  /** Called when the request names no client. Returns the client to go on with, or throws. */
  unidentified(exchange: BackChannelExchange): Client;
  /** Whether this client may authenticate in the way the request does. */
  methodAllowed(client: Client, presented: PresentedCredentials, exchange: BackChannelExchange): boolean;
  /** Whether a presented secret is this client's. */
  secretProves(client: Client, presented: string, exchange: BackChannelExchange): boolean | Promise<boolean>;
  secretMatches(expected: string, presented: string, exchange: BackChannelExchange): boolean;
  /** The error for credentials that do not hold (RFC 6749 §5.2). */
  refusal(description: string, exchange: BackChannelExchange): OAuthError;
}

export const clientAuthentication: ClientAuthenticationSeam = {
  credentials: presentedCredentials,
  unidentified(exchange) {
    throw exchange.seams.clientAuthentication.refusal('the request names no client', exchange);
  },
  methodAllowed: (client, presented) => client.token_endpoint_auth_method === presented.method,
  secretProves: ({ client_secret: expected }, presented, exchange) =>
    expected !== undefined &&
    exchange.seams.clientAuthentication.secretMatches(expected, presented, exchange),
  secretMatches(expected, presented) {
    const [a, b] = [Buffer.from(expected), Buffer.from(presented)];
    return a.length === b.length && timingSafeEqual(a, b);
  },
  refusal: (description) =>
    new OAuthError('invalid_client', describable(description), 401, {
      'www-authenticate': 'Basic realm="token"',
    }),
};
