import type { Behaviour } from '../behaviour.js';
import type { BackChannelExchange } from '../endpoints/back-channel.js';
import type { TokenBody } from '../seams/token-response.js';
import { filledIn } from '../template.js';

interface Envelope {
  /** Names that the provider has for members, by their standard names. */
  names?: Record<string, string>;
  /** Member that holds the others; with full stops: one within the other. */
  within?: string;
  /** What stands beside it, or beside the members, as a template. */
  beside?: Record<string, unknown>;
  status?: number;
}

/** Only successful responses; `token-errors` has the others. */
export const behaviour: Behaviour<Envelope> = {
  axis: 'token response format',
  describes: 'Token responses of another shape: members renamed, wrapped in one, or with another status.',
  schema: {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      names: {
        type: 'object',
        minProperties: 1,
        additionalProperties: { type: 'string', minLength: 1 },
      },
      within: { type: 'string', minLength: 1 },
      beside: { type: 'object', minProperties: 1 },
      status: { type: 'integer', minimum: 200, maximum: 299 },
    },
  },
  seams: (envelope) => ({
    tokenResponse: (rules) => ({
      deliver(body, exchange) {
        const reply = rules.deliver(shaped(body, envelope, exchange), exchange);
        return { ...reply, status: envelope.status ?? reply.status };
      },
    }),
  }),
};

function shaped(body: TokenBody, envelope: Envelope, exchange: BackChannelExchange): TokenBody {
  const { names = {}, within, beside = {} } = envelope;
  const renamed = Object.fromEntries(
    Object.entries(body).map(([name, value]) => [names[name] ?? name, value]),
  );
  const more = filledIn(beside, {}, exchange) as TokenBody;
  if (within === undefined) return { ...renamed, ...more };
  const wrapped = within.split('.').reduceRight<TokenBody>((inner, name) => ({ [name]: inner }), renamed);
  return { ...more, ...wrapped };
}
