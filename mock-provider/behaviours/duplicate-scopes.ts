import type { Behaviour } from '../behaviour.js';
import { describable, OAuthError } from '../oauth-error.js';

/** `refused`: with invalid_scope. RFC 6749 §3.3 does not say; the strict mock takes them as one. */
export const behaviour: Behaviour<'refused'> = {
  axis: 'scopes in requests',
  describes: 'What becomes of an authorization request that names a scope twice.',
  schema: { enum: ['refused'] },
  seams: () => ({
    authorizationRequest: (rules) => ({
      scopes(value, exchange) {
        const scopes = rules.scopes(value, exchange);
        const named = (value ?? '').split(/[\s,+]+/);
        const twice = scopes.find((scope) => named.filter((one) => one === scope).length > 1);
        if (twice !== undefined)
          throw new OAuthError('invalid_scope', `scope ${describable(twice)} is named twice`);
        return scopes;
      },
    }),
  }),
};
