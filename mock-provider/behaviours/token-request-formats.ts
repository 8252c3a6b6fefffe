import type { Behaviour } from '../behaviour.js';
import type { BackChannelExchange } from '../endpoints/back-channel.js';
import { jsonParameters, mediaType } from '../json-parameters.js';
import { OAuthError } from '../oauth-error.js';
import type { TokenRequestSeam } from '../seams/token-request.js';

type Format = 'form' | 'json' | 'query' | 'post-query';

/** `query` is GET, or POST without a body; `post-query` is the latter only. */
export const behaviour: Behaviour<Format[]> = {
  axis: 'token request body',
  describes:
    'Where token requests may have their parameters: form, json, query (by GET or POST), or post-query.',
  schema: {
    type: 'array',
    items: { enum: ['form', 'json', 'query', 'post-query'] },
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
  const { rawQuery, body, headers } = exchange.request;
  const inQuery = formats.includes('query') || formats.includes('post-query');
  if (body === '' && rawQuery !== '' && inQuery) return new URLSearchParams(rawQuery);
  if (mediaType(headers['content-type']) === 'application/json' && formats.includes('json'))
    return jsonParameters(body);
  if (formats.includes('form')) return rules.form(exchange);
  throw new OAuthError('invalid_request', `the token request must be sent as ${formats.join(' or ')}`);
}
