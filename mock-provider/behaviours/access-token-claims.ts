import type { Behaviour } from '../behaviour.js';
import { identityWords } from '../identity-words.js';
import { filledIn, type Template } from '../template.js';

/** Beside the words of every template those of the resource owner and the client. */
export const behaviour: Behaviour<Record<string, Template>> = {
  axis: 'tokens and resources',
  describes: 'Further claims of access tokens, which are JWTs, as a template.',
  schema: { type: 'object', minProperties: 1 },
  seams: (template) => ({
    accessToken: (rules) => ({
      claims(content, exchange) {
        const { sub, client } = content.grant;
        const words = identityWords(exchange.tenant, sub, client.client_id);
        return { ...rules.claims(content, exchange), ...(filledIn(template, words, exchange) as object) };
      },
    }),
  }),
};
