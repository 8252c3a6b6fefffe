import type { Behaviour } from '../behaviour.js';

export const behaviour: Behaviour<boolean> = {
  axis: 'refresh',
  describes: 'Whether a refresh ends the access tokens that its grant had until then.',
  schema: { type: 'boolean' },
  seams: (value) =>
    value
      ? {
          refreshToken: (rules) => ({
            accepted(record, exchange) {
              rules.accepted(record, exchange);
              for (const token of exchange.tenant.store.accessTokens.values())
                if (token.grant === record.grant) token.revoked = true;
            },
          }),
        }
      : {},
};
