/**
 * A tenant's own time, in seconds since 1970 (integer), as OAuth counts it.
 * Frozen or advanced, it lets an expiry be tested in milliseconds.
 */
export class Clock {
  #offset = 0;
  #frozenAt: number | undefined;

  /** Seconds since 1970. */
  now(): number {
    return this.#frozenAt ?? Math.floor(Date.now() / 1000) + this.#offset;
  }

  /** Moves the clock forward by whole seconds; time cannot run backwards. */
  advance(seconds: number): void {
    if (!Number.isSafeInteger(seconds) || seconds < 0) {
      throw new RangeError(`the clock advances by a whole number of seconds, not by ${seconds}`);
    }
    if (this.#frozenAt === undefined) this.#offset += seconds;
    else this.#frozenAt += seconds;
  }

  /** Stops the clock at the present second. */
  freeze(): void {
    this.#frozenAt ??= this.now();
  }

  /** Lets a frozen clock run on from where it stands. */
  resume(): void {
    if (this.#frozenAt === undefined) return;
    this.#offset = this.#frozenAt - Math.floor(Date.now() / 1000);
    this.#frozenAt = undefined;
  }

  /** Whether the clock stands still, and how many seconds it is ahead of the machine's. */
  state(): { now: number; frozen: boolean; aheadBy: number } {
    const now = this.now();
    return { now, frozen: this.#frozenAt !== undefined, aheadBy: now - Math.floor(Date.now() / 1000) };
  }
}
