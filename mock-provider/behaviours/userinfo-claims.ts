import type { Behaviour } from '../behaviour.js';
import { identityWords } from '../identity-words.js';
import { filledIn, type Template } from '../template.js';

/** Beside the words of every template those of the resource owner. The scope openid is not needed for it. */
export const behaviour: Behaviour<Record<string, Template>> = {
  axis: 'tokens and resources',
  describes: 'What userinfo answers, as a template, in place of the claims of OpenID Connect.',
  schema: { type: 'object', minProperties: 1 },
  seams: (template) => ({
    resource: (rules) => ({
      scopeSuffices: (record, scope) => scope === 'openid' || rules.scopeSuffices(record, scope),
      claims({ sub }, exchange) {
        const words = identityWords(exchange.tenant, String(sub), '');
        return filledIn(template, words, exchange) as Record<string, unknown>;
      },
    }),
  }),
};
