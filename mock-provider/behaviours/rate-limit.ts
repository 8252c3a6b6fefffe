import { Allowance } from '../allowance.js';
import type { Behaviour } from '../behaviour.js';
import type { EndpointName } from '../endpoint-paths.js';
import { ownPaths } from '../endpoint-paths.js';
import type { Exchange } from '../exchange.js';
import { json } from '../reply.js';

interface RateLimit {
  /** Requests that are let through in any period. */
  requests: number;
  perSeconds: number;
  /** Requests that may come at once; default: all of `requests`. With it, `requests` a period is what flows back. */
  burst?: number;
  /** Endpoints whose requests count, together; default: all. */
  counts?: EndpointName[];
  /** Whether answers carry X-RateLimit-Limit and X-RateLimit-Remaining. */
  headers?: boolean;
}

export const behaviour: Behaviour<RateLimit> = {
  axis: 'rate limit',
  describes: 'Requests that are let through in a period; those beyond are answered with 429 and Retry-After.',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['requests', 'perSeconds'],
    properties: {
      requests: { type: 'integer', minimum: 1 },
      perSeconds: { type: 'number', exclusiveMinimum: 0 },
      burst: { type: 'integer', minimum: 1 },
      counts: { type: 'array', items: { enum: Object.keys(ownPaths) }, minItems: 1, uniqueItems: true },
      headers: { type: 'boolean' },
    },
  },
  seams(limit) {
    const paths = limit.counts?.map((name) => ownPaths[name] as string);
    const counted = ({ request }: Exchange) => paths === undefined || paths.includes(request.path);
    const allowance = new Allowance(limit);
    const told = () => ({
      'x-ratelimit-limit': String(allowance.size),
      'x-ratelimit-remaining': String(allowance.left),
    });
    return {
      transport: (rules) => ({
        admit(exchange) {
          if (!counted(exchange) || allowance.take(exchange.tenant.clock.now())) return rules.admit(exchange);
          const wait = { 'retry-after': String(allowance.secondsToWait(exchange.tenant.clock.now())) };
          return json(429, { error: 'too_many_requests' }, { 'cache-control': 'no-store', ...wait });
        },
        send: (reply, response, exchange) =>
          rules.send(
            limit.headers && counted(exchange)
              ? { ...reply, headers: { ...reply.headers, ...told() } }
              : reply,
            response,
            exchange,
          ),
      }),
    };
  },
};
