import type { Behaviour } from '../behaviour.js';
import type { BackChannelExchange } from '../endpoints/back-channel.js';
import { describable, OAuthError } from '../oauth-error.js';
import type { TokenRequestSeam } from '../seams/token-request.js';

type Format = 'form' | 'json' | 'query';

/** `query` is GET, or POST without a body. */
export const behaviour: Behaviour<Format[]> = {
  axis: 'token request body',
  describes: 'Where token requests may have their parameters: form, json, or query (by GET or POST).',
  schema: {
    type: 'array',
    items: { enum: ['form', 'json', 'query'] },
    minItems: 1,
    uniqueItems: true,
  },
  seams: (formats) => ({
    tokenRequest: (rules) => ({
      methodAllowed: (method) =>
        (method === 'GET' && formats.includes('query')) || rules.methodAllowed(method),
      form: (exchange) => parametersIn(exchange, formats, rules),
    }),
  }),
};

function parametersIn(
  exchange: BackChannelExchange,
  formats: readonly Format[],
  rules: TokenRequestSeam,
): URLSearchParams {
  const { rawQuery, body } = exchange.request;
  if (body === '' && rawQuery !== '' && formats.includes('query')) return new URLSearchParams(rawQuery);
  if (mediaTypeOf(exchange) === 'application/json' && formats.includes('json')) return jsonParameters(body);
  if (formats.includes('form')) return rules.form(exchange);
  throw new OAuthError('invalid_request', `the token request must be sent as ${formats.join(' or ')}`);
}

function mediaTypeOf({ request }: BackChannelExchange): string | undefined {
  return request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
}

/** Members that are texts, numbers or truth values; what is nested is no parameter of the protocol. */
function jsonParameters(body: string): URLSearchParams {
  const value = parsed(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new OAuthError('invalid_request', 'the body must be a JSON object');
  const plain = Object.entries(value).filter(([, member]) => member !== null && typeof member !== 'object');
  return new URLSearchParams(plain.map(([name, member]): [string, string] => [name, String(member)]));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new OAuthError('invalid_request', `the body is not JSON: ${describable(body.slice(0, 40))}`);
  }
}
