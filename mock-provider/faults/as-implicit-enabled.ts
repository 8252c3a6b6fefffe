import type { Fault } from '../fault.js';
import { issueAccessToken } from '../grants/grant.js';

export const fault: Fault = {
  aimedAt: 'server/authz-request/implicit-refused',
  deviation: 'still answers response_type=token with a fragment token',
  seams: {
    authorizationRequest: (rules) => ({
      responseType: (requested, exchange) =>
        requested === 'token' ? requested : rules.responseType(requested, exchange),
    }),
    authorizationResponse: (rules) => ({
      async success(request, issueCode, exchange) {
        if (request.responseType !== 'token') return rules.success(request, issueCode, exchange);
        const grant = exchange.tenant.store.codes.get(issueCode())?.grant;
        if (grant === undefined) throw new Error('the code that was just issued is gone');
        const issued = { grantType: 'implicit', grant, scope: grant.scope, audience: grant.resources };
        const { value } = await issueAccessToken(exchange, issued);
        return { parameters: { access_token: value, token_type: 'Bearer' }, mode: 'fragment' };
      },
    }),
  },
};
