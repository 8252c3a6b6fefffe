import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'resource/bearer/invalid-token',
  deviation: 'accepts any non-empty token',
  seams: {
    resource: (rules) => ({
      async validate(token, exchange) {
        const valid = await rules.validate(token, exchange);
        if (valid !== undefined || exchange.request.path === '/userinfo') return valid;
        return [...exchange.tenant.store.accessTokens.values()].findLast((record) =>
          rules.audienceMatches(record, exchange.resource),
        );
      },
    }),
  },
};
