import type { Behaviour } from '../behaviour.js';
import type { Client } from '../client.js';
import type { BackChannelExchange } from '../endpoints/back-channel.js';

type Place = 'parameter' | 'bearer' | 'basic-user-name';

const secretAt: Record<Place, (exchange: BackChannelExchange) => string | undefined> = {
  parameter: ({ parameters }) => parameters.get('client_secret'),
  bearer: ({ request }) => /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1],
  'basic-user-name'({ request }) {
    const pair = /^basic +([A-Za-z0-9+/=]+)$/i.exec(request.headers.authorization ?? '')?.[1];
    return /^([^:]+):$/.exec(Buffer.from(pair ?? '', 'base64').toString('utf8'))?.[1];
  },
};

export const behaviour: Behaviour<Place[]> = {
  axis: 'client authentication',
  describes:
    'Where a request may present the client secret alone, which says then which client it is: a parameter, a Bearer header, or the user name of Basic.',
  schema: {
    type: 'array',
    items: { enum: Object.keys(secretAt) },
    minItems: 1,
    uniqueItems: true,
  },
  seams: (places) => ({
    clientAuthentication: (rules) => ({
      credentials(exchange) {
        const [place, secret] = presented(places, exchange);
        const named = exchange.parameters.get('client_id');
        if (secret === undefined || (place === 'parameter' && named !== undefined))
          return rules.credentials(exchange);
        const clientId = named ?? ownerOf(secret, exchange)?.client_id;
        if (clientId === undefined) throw rules.refusal('the client secret is wrong', exchange);
        return { method: 'client_secret_post', clientId, secret };
      },
    }),
  }),
};

function presented(places: readonly Place[], exchange: BackChannelExchange) {
  const found = places.map((place) => [place, secretAt[place](exchange)] as const);
  return found.find(([, secret]) => secret !== undefined) ?? [];
}

function ownerOf(sent: string, exchange: BackChannelExchange): Client | undefined {
  const { tenant, seams } = exchange;
  const matches = (secret: string) => seams.clientAuthentication.secretMatches(secret, sent, exchange);
  return [...tenant.clients.values()].find(
    ({ client_secret }) => client_secret !== undefined && matches(client_secret),
  );
}
