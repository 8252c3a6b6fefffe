import type { Behaviour } from '../behaviour.js';
import type { BackChannelExchange } from '../endpoints/back-channel.js';
import { type Issued, tokenBody } from '../grants/grant.js';
import { OAuthError } from '../oauth-error.js';
import { isLive } from '../store.js';

interface Exchanged {
  grantType: string;
  /** Parameter with the access token that is exchanged; it stays good. */
  parameter: string;
}

export const behaviour: Behaviour<Exchanged> = {
  axis: 'refresh',
  describes: 'A grant type of its own that gives another access token for one that is still good.',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['grantType', 'parameter'],
    properties: { grantType: { type: 'string', minLength: 1 }, parameter: { type: 'string', minLength: 1 } },
  },
  seams: ({ grantType, parameter }) => ({
    tokenRequest: (rules) => ({
      async unsupportedGrant(asked, exchange) {
        if (asked !== grantType) return rules.unsupportedGrant(asked, exchange);
        const body = await tokenBody(exchange, { grantType, ...shown(parameter, exchange) });
        const { tokenResponse } = exchange.seams;
        return tokenResponse.deliver(tokenResponse.body(body, exchange), exchange);
      },
    }),
  }),
};

function shown(parameter: string, exchange: BackChannelExchange): Omit<Issued, 'grantType'> {
  const { tenant, client, seams } = exchange;
  const record = tenant.store.accessTokens.get(seams.tokenRequest.required(parameter, exchange));
  const own = record?.grant.client.client_id === client.client_id;
  if (record === undefined || !own || !isLive(record, tenant.clock.now()))
    throw new OAuthError(
      'invalid_grant',
      'the access token is unknown, expired, revoked or of another client',
    );
  return record;
}
