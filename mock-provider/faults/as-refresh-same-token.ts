import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/refresh/yields-access-token',
  deviation: 'returns the previous access token unchanged',
  seams: {
    tokenResponse: (rules) => ({
      body(body, exchange) {
        const issued = rules.body(body, exchange);
        const { accessTokens } = exchange.tenant.store;
        const grant = accessTokens.get(String(issued.access_token))?.grant;
        if (exchange.parameters.get('grant_type') !== 'refresh_token' || grant === undefined) return issued;
        const first = [...accessTokens.values()].find((record) => record.grant === grant);
        return { ...issued, access_token: first?.value };
      },
    }),
  },
};
