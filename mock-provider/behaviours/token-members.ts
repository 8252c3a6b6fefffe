import type { Behaviour } from '../behaviour.js';
import type { BackChannelExchange } from '../endpoints/back-channel.js';
import { identityWords } from '../identity-words.js';
import type { TokenBody } from '../seams/token-response.js';
import { filledIn, type Template } from '../template.js';

/**
 * Members beside those of RFC 6749 §5.1, or in place of them. Beside the words of every template: `{access_token}`,
 * `{refresh_token}`, `{scope}`, `{expires_in}`, and those of the resource owner and the client.
 */
export const behaviour: Behaviour<Record<string, Template>> = {
  axis: 'further token members',
  describes: 'Further members of token responses, as a template.',
  schema: { type: 'object', minProperties: 1 },
  seams: (template) => ({
    tokenResponse: (rules) => ({
      body(body, exchange) {
        const standard = rules.body(body, exchange);
        const words = { ...ownerWords(body, exchange), ...standard };
        return { ...standard, ...(filledIn(template, words, exchange) as TokenBody) };
      },
    }),
  }),
};

function ownerWords(issued: TokenBody, { tenant, client }: BackChannelExchange): Record<string, unknown> {
  const record = tenant.store.accessTokens.get(String(issued.access_token));
  return identityWords(tenant, record?.grant.sub, client.client_id);
}
