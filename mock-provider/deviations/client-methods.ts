import type { ClientAuthenticationMethod } from '../client.js';
import type { BackChannelExchange } from '../endpoints/back-channel.js';

/** The exchange with other ways to authenticate: any of `methods`, for clients that have what it takes. */
export function admitting(
  exchange: BackChannelExchange,
  methods: readonly ClientAuthenticationMethod[] | undefined,
): BackChannelExchange {
  if (methods === undefined) return exchange;
  const clientAuthentication = {
    ...exchange.seams.clientAuthentication,
    methodAllowed: (_client: unknown, { method }: { method: ClientAuthenticationMethod }) =>
      methods.includes(method),
  };
  return { ...exchange, seams: { ...exchange.seams, clientAuthentication } };
}
