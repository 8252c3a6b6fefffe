import type { Fault } from '../fault.js';
import { directGrant, tokenBody } from '../grants/grant.js';
import { OAuthError } from '../oauth-error.js';

export const fault: Fault = {
  aimedAt: 'server/token/password-grant-refused',
  deviation: 'accepts grant_type=password',
  seams: {
    tokenRequest: (rules) => ({
      async unsupportedGrant(grantType, exchange) {
        if (grantType !== 'password') return rules.unsupportedGrant(grantType, exchange);
        const { tenant, client, parameters, seams } = exchange;
        const user = tenant.checkPassword(parameters.get('username') ?? '', parameters.get('password') ?? '');
        if (user === undefined) throw new OAuthError('invalid_grant', 'user name or password is wrong');
        const grant = directGrant(exchange, user.sub, client.scope);
        const issued = { grantType, grant, scope: grant.scope, audience: grant.resources };
        const body = await tokenBody(exchange, issued);
        return seams.tokenResponse.deliver(seams.tokenResponse.body(body, exchange), exchange);
      },
    }),
  },
};
