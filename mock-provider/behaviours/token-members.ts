import type { Behaviour } from '../behaviour.js';
import type { BackChannelExchange } from '../endpoints/back-channel.js';
import type { TokenBody } from '../seams/token-response.js';
import { filledIn, type Template } from '../template.js';

/**
 * Members beside those of RFC 6749 §5.1, or in place of them. Beside the words of every template: `{access_token}`,
 * `{refresh_token}`, `{scope}`, `{expires_in}` and `{client_id}`.
 */
export const behaviour: Behaviour<Record<string, Template>> = {
  axis: 'further token members',
  describes: 'Further members of token responses, as a template.',
  schema: { type: 'object', minProperties: 1 },
  seams: (template) => ({
    tokenResponse: (rules) => ({
      body(body, exchange) {
        const standard = rules.body(body, exchange);
        return { ...standard, ...(filledIn(template, wordsIn(standard, exchange), exchange) as TokenBody) };
      },
    }),
  }),
};

function wordsIn(body: TokenBody, { client }: BackChannelExchange): Record<string, unknown> {
  return { ...body, client_id: client.client_id };
}
