import type { Behaviour } from '../behaviour.js';
import type { BackChannelExchange } from '../endpoints/back-channel.js';
import { randomToken } from '../random.js';
import type { AccessTokenRecord } from '../records.js';
import type { TokenBody } from '../seams/token-response.js';

interface UserToken {
  /** Parameter of the authorization request with the scopes of the second token. */
  parameter: string;
  /** Member of the token response that holds it. */
  within: string;
  prefix: string;
  tokenType: string;
}

const text = { type: 'string', minLength: 1 };

export const behaviour: Behaviour<UserToken> = {
  axis: 'token response format',
  describes:
    'A second access token for the scopes of another parameter, in a member of its own. Who asks for it alone gets no other.',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['parameter', 'within', 'prefix', 'tokenType'],
    properties: { parameter: text, within: text, prefix: text, tokenType: text },
  },
  seams: ({ parameter, within, prefix, tokenType }) => ({
    tokenResponse: (rules) => ({
      body(body, exchange) {
        const whole = rules.body(body, exchange);
        const first = exchange.tenant.store.accessTokens.get(String(body.access_token));
        const asked = first?.grant.requested.get(parameter);
        if (first === undefined || asked === undefined) return whole;
        const access_token = issued(prefix, asked, first, exchange);
        const second = { scope: asked, access_token, token_type: tokenType };
        const members = { ...whole, [within]: { ...(whole[within] as TokenBody | undefined), ...second } };
        return first.grant.requested.has('scope') ? members : withoutFirst(members, first);
      },
    }),
  }),
};

function issued(
  prefix: string,
  scopes: string,
  first: AccessTokenRecord,
  { tenant }: BackChannelExchange,
): string {
  const value = `${prefix}${randomToken()}`;
  tenant.store.accessTokens.set(value, { ...first, value, scope: scopes.split(/[ ,]+/) });
  return value;
}

function withoutFirst(members: TokenBody, first: AccessTokenRecord): TokenBody {
  first.revoked = true;
  const { access_token: _token, token_type: _type, scope: _scope, ...rest } = members;
  return rest;
}
