import type { BackChannelExchange } from '../endpoints/back-channel.js';
import { empty, json, type Reply } from '../reply.js';
import { filledIn, type Template } from '../template.js';

/** An answer of a provider's own. */
export interface OwnAnswer {
  status: number;
  /** With the parameters of the request as further words; left out: there is no body. */
  body?: Template;
}

/** JSON Schema of OwnAnswer. */
export const ownAnswerSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['status'],
  properties: {
    status: { type: 'integer', minimum: 200, maximum: 499 },
    body: { type: ['object', 'null'] },
  },
};

export function filledAnswer({ status, body }: OwnAnswer, exchange: BackChannelExchange): Reply {
  if (body === undefined) return empty(status);
  const words = Object.fromEntries(exchange.parameters);
  return json(status, filledIn(body, words, exchange), { 'cache-control': 'no-store' });
}
