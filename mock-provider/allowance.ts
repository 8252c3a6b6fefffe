/** How many requests a rate limiter lets through, by the clock of a tenant: a window, or a bucket that fills up again. */
export class Allowance {
  /** When the requests of the current window came, oldest first, in seconds since 1970. */
  readonly #taken: number[] = [];
  #tokens: number;
  #filledAt: number | undefined;

  constructor(private readonly limit: { requests: number; perSeconds: number; burst?: number }) {
    this.#tokens = this.size;
  }

  /** Requests that may come at once. */
  get size(): number {
    return this.limit.burst ?? this.limit.requests;
  }

  /** Whole requests that are left as of the last `take`. */
  get left(): number {
    return this.limit.burst === undefined ? this.size - this.#taken.length : Math.floor(this.#tokens);
  }

  /** Whether one more request is let through at `now`; if so, it counts. */
  take(now: number): boolean {
    this.#settle(now);
    if (this.left < 1) return false;
    if (this.limit.burst === undefined) this.#taken.push(now);
    else this.#tokens -= 1;
    return true;
  }

  /** Whole seconds until a request is let through again; at least one. */
  secondsToWait(now: number): number {
    this.#settle(now);
    const { requests, perSeconds, burst } = this.limit;
    const seconds =
      burst === undefined
        ? (this.#taken[0] ?? now) + perSeconds - now
        : ((1 - this.#tokens) * perSeconds) / requests;
    return Math.max(1, Math.ceil(seconds));
  }

  #settle(now: number): void {
    const { requests, perSeconds } = this.limit;
    while (this.#taken[0] !== undefined && now - this.#taken[0] >= perSeconds) this.#taken.shift();
    const passed = now - (this.#filledAt ?? now);
    this.#tokens = Math.min(this.size, this.#tokens + (passed * requests) / perSeconds);
    this.#filledAt = now;
  }
}
