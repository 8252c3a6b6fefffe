import type { BackChannelExchange } from '../endpoints/back-channel.js';
import type { OAuthError } from '../oauth-error.js';
import { json, type Reply } from '../reply.js';

export type TokenBody = Record<string, unknown>;

/** RFC 6749 §5.1 and §5.2. */
export interface TokenResponseSeam {
  body(body: TokenBody, exchange: BackChannelExchange): TokenBody;
  deliver(body: TokenBody, exchange: BackChannelExchange): Reply;
  deliverError(error: OAuthError, exchange: BackChannelExchange): Reply;
  /** The answer, of either kind, in the media type that it is sent in. */
  encode(reply: Reply, exchange: BackChannelExchange): Reply;
}

const noStore = { 'cache-control': 'no-store' };

export const tokenResponse: TokenResponseSeam = {
  body: (body) => body,
  deliver: (body) => json(200, body, noStore),
  deliverError: ({ code, description, status, headers }) =>
    json(status, { error: code, error_description: description }, { ...noStore, ...headers }),
  encode: (reply) => reply,
};
