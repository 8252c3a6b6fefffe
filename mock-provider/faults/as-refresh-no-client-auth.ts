import type { BackChannelExchange } from '../endpoints/back-channel.js';
import type { Fault } from '../fault.js';

const refreshes = ({ endpoint, parameters }: BackChannelExchange) =>
  endpoint === 'token' && parameters.get('grant_type') === 'refresh_token';

const ownerOfRefreshToken = ({ parameters, tenant }: BackChannelExchange) =>
  tenant.store.refreshTokens.get(parameters.get('refresh_token') ?? '')?.grant.client;

export const fault: Fault = {
  aimedAt: 'server/refresh/confidential-needs-auth',
  deviation: 'authenticates clients only for the code grant',
  seams: {
    clientAuthentication: (rules) => ({
      unidentified: (exchange) => ownerOfRefreshToken(exchange) ?? rules.unidentified(exchange),
      methodAllowed: (client, presented, exchange) =>
        refreshes(exchange) || rules.methodAllowed(client, presented, exchange),
      secretMatches: (expected, presented, exchange) =>
        refreshes(exchange) || rules.secretMatches(expected, presented, exchange),
    }),
  },
};
