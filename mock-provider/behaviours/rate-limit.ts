import type { Behaviour } from '../behaviour.js';
import { type RequestLimit, RequestLimiter, requestLimitSchema } from '../deviations/request-limiter.js';

export const behaviour: Behaviour<RequestLimit | RequestLimit[]> = {
  axis: 'rate limit',
  describes: 'Requests that are let through in a period; those beyond are answered with 429 and Retry-After.',
  schema: { oneOf: [requestLimitSchema, { type: 'array', items: requestLimitSchema, minItems: 1 }] },
  seams(value) {
    const limiters = [value].flat().map((limit) => new RequestLimiter(limit));
    return {
      transport: (rules) => ({
        admit(exchange) {
          const counting = limiters.filter((limiter) => limiter.counts(exchange));
          const refusals = counting.flatMap((limiter) => limiter.refusal(exchange) ?? []);
          return refusals[0] ?? rules.admit(exchange);
        },
        send(reply, response, exchange) {
          const counting = limiters.filter((limiter) => limiter.counts(exchange));
          const told = Object.assign({}, ...counting.map((limiter) => limiter.headers())) as object;
          return rules.send({ ...reply, headers: { ...reply.headers, ...told } }, response, exchange);
        },
      }),
    };
  },
};
