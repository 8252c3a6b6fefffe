import type { Gate, Replacement } from './mock-behind-proxy.js';

export interface Enforced {
  requests: number;
  perSeconds: number;
  /** Requests at once; without it, `requests` is the most in any window. */
  burst?: number;
}

/** A rate limiter as a server would have it, which remembers what it saw. Written without the harness's own. */
export class RateLimiter {
  /** When requests to the limited paths came, in milliseconds. */
  readonly arrivals: number[] = [];
  /** Requests beyond the limit. */
  violations = 0;

  constructor(
    private readonly paths: readonly string[],
    private readonly limit: Enforced,
  ) {}

  readonly gate: Gate = ({ path }) => {
    if (!this.paths.includes(path.split('?')[0] as string)) return undefined;
    const now = performance.now();
    this.arrivals.push(now);
    if (!this.#isBeyond(now)) return undefined;
    this.violations++;
    return tooMany();
  };

  /** Over every stretch of time that ends now, no more came than what was there at once and what flowed back. */
  #isBeyond(now: number): boolean {
    const { requests, perSeconds, burst } = this.limit;
    if (burst === undefined)
      return this.arrivals.filter((at) => now - at < perSeconds * 1000).length > requests;
    const count = this.arrivals.length;
    return this.arrivals.some(
      (at, index) => count - index > burst + ((now - at) / 1000) * (requests / perSeconds) + 1e-6,
    );
  }
}

export function tooMany(headers: Record<string, string> = {}): Replacement {
  return {
    status: 429,
    headers: { 'content-type': 'application/json', ...headers },
    body: '{"error":"too_many_requests"}',
  };
}
