import type { Behaviour } from '../behaviour.js';
import type { Exchange } from '../exchange.js';
import type { ResponseParameters } from '../seams/authorization-response.js';
import type { ValidatedRequest } from '../store.js';
import { filledIn, type Template } from '../template.js';

/** Beside the words of every template: `{client_id}`, `{sub}`, `{name}` and `{email}`. */
interface Members {
  always?: Record<string, Template>;
  /** With the first approval of a client by a resource owner only. */
  first?: Record<string, Template>;
}

const template = { type: 'object', minProperties: 1 };

export const behaviour: Behaviour<Members> = {
  axis: 'authorization response',
  describes: 'Further parameters of successful authorization responses; what is no text is sent as JSON.',
  schema: {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: { always: template, first: template },
  },
  seams({ always = {}, first = {} }) {
    const approved = new Set<string>();
    return {
      authorizationResponse: (rules) => ({
        async success(request, issueCode, exchange) {
          const response = await rules.success(request, issueCode, exchange);
          const pair = JSON.stringify([request.clientId, exchange.sub]);
          const members = approved.has(pair) ? always : { ...always, ...first };
          approved.add(pair);
          return { ...response, parameters: { ...response.parameters, ...sent(members, request, exchange) } };
        },
      }),
    };
  },
};

function sent(
  members: Record<string, Template>,
  { clientId }: ValidatedRequest,
  exchange: Exchange & { sub: string },
): ResponseParameters {
  const { name, email } = exchange.tenant.users.find(({ sub }) => sub === exchange.sub) ?? {};
  const words = { client_id: clientId, sub: exchange.sub, name, email };
  const filled = filledIn(members, words, exchange) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  return Object.fromEntries(Object.entries(filled).map(([member, value]) => [member, text(value)]));
}
