import type { Behaviour } from '../behaviour.js';
import { admitting } from '../deviations/client-methods.js';
import { filledAnswer } from '../deviations/filled-answer.js';
import { liveTokenOf, tokensOfOwner } from '../deviations/granted-tokens.js';
import { bearerToken, readRevocation } from '../deviations/revocation-request.js';
import { type RevocationShape, revocationSchema } from '../deviations/revocation-shape.js';
import type { BackChannelExchange } from '../endpoints/back-channel.js';
import { isLive, revokeGrant } from '../store.js';

export const behaviour: Behaviour<RevocationShape> = {
  axis: 'revocation',
  describes: 'Where, how and by whom tokens are revoked, what ends with them, and what the answers are.',
  schema: revocationSchema,
  paths: ({ path }) => (path === undefined ? {} : { revocation: [path] }),
  seams: (shape) => ({
    revocation: (rules) => ({
      readRequest: (exchange) => readRevocation(exchange, shape),
      async authenticate(exchange) {
        if (isAnonymous(exchange, shape)) return;
        const shown = admitting(exchange, shape.clientMethods);
        await rules.authenticate(shown);
        exchange.client = shown.client;
      },
      find(value, hint, exchange) {
        const { tenant, client } = exchange;
        const now = tenant.clock.now();
        if (shape.account !== undefined)
          return value === shape.account ? liveTokenOf(client.client_id, tenant.store, now) : undefined;
        const record = rules.find(value, hint, exchange);
        return record !== undefined && isLive(record, now) ? record : undefined;
      },
      unknown: (exchange) =>
        shape.unknown === undefined ? rules.unknown(exchange) : filledAnswer(shape.unknown, exchange),
      revoked: (exchange) =>
        shape.answer === undefined ? rules.revoked(exchange) : filledAnswer(shape.answer, exchange),
      checkOwner: (record, client) => client === undefined || rules.checkOwner(record, client),
      revoke(record, exchange) {
        const { ends = 'token' } = shape;
        if (ends === 'token') rules.revoke(record, exchange);
        const ended = ends === 'every-grant' ? tokensOfOwner(record, exchange.tenant.store) : [record];
        if (ends !== 'token') for (const { grant } of ended) revokeGrant(grant);
      },
    }),
  }),
};

/** Who shows the token itself, or need not say, is no client. */
function isAnonymous(exchange: BackChannelExchange, shape: RevocationShape): boolean {
  const { authentication = 'required', tokenIn = [] } = shape;
  if (authentication === 'none') return true;
  if (tokenIn.includes('bearer') && bearerToken(exchange) !== undefined) return true;
  const { credentials } = exchange.seams.clientAuthentication;
  return authentication === 'optional' && credentials(exchange) === undefined;
}
