import { Allowance } from '../allowance.js';
import { type EndpointName, ownPaths } from '../endpoint-paths.js';
import type { Exchange } from '../exchange.js';
import { json, type Reply } from '../reply.js';

export interface RequestLimit {
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

/** JSON Schema of RequestLimit. */
export const requestLimitSchema = {
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
};

/** One limit with what is left of it, by the clock of the tenant. */
export class RequestLimiter {
  readonly #allowance: Allowance;
  readonly #paths: readonly string[] | undefined;

  constructor(private readonly limit: RequestLimit) {
    this.#allowance = new Allowance(limit);
    this.#paths = limit.counts?.map((name) => ownPaths[name]);
  }

  counts({ request }: Exchange): boolean {
    return this.#paths === undefined || this.#paths.includes(request.path);
  }

  /** The answer to a request that is one too many; undefined for one that is let through, and so counts. */
  refusal({ tenant }: Exchange): Reply | undefined {
    const now = tenant.clock.now();
    if (this.#allowance.take(now)) return undefined;
    const wait = { 'retry-after': String(this.#allowance.secondsToWait(now)) };
    return json(429, { error: 'too_many_requests' }, { 'cache-control': 'no-store', ...wait });
  }

  /** What answers to requests that count say of it. */
  headers(): Record<string, string> {
    if (!this.limit.headers) return {};
    const { size, left } = this.#allowance;
    return { 'x-ratelimit-limit': String(size), 'x-ratelimit-remaining': String(left) };
  }
}
