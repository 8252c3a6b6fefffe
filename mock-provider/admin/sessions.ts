import { createHash, timingSafeEqual } from 'node:crypto';
import { randomToken } from '../random.js';

/** Milliseconds that somebody stays signed in at the console, and that a ticket waits for its browser. */
const lifetimes = { session: 12 * 3600_000, ticket: 60_000 };
/** Of each; the oldest go first. */
const limit = 100;

/**
 * Who is signed in at the console. Their cookie holds an identifier made at random, never the admin token: what leaks
 * from a browser ends with the process, or with signing out.
 */
export class Sessions {
  readonly #sessions = new Secrets(lifetimes.session);
  /** Each opens one session: they may stand where others could read them, such as the arguments of a browser. */
  readonly #tickets = new Secrets(lifetimes.ticket);

  open(): string {
    return this.#sessions.issue();
  }

  isOpen(id: string): boolean {
    return this.#sessions.has(id);
  }

  close(id: string): void {
    this.#sessions.take(id);
  }

  issueTicket(): string {
    return this.#tickets.issue();
  }

  /** Whether the ticket was good; it is used up. */
  redeemTicket(ticket: string): boolean {
    return this.#tickets.take(ticket);
  }
}

/** Random values with an end, kept as digests and compared in constant time. */
class Secrets {
  #kept: { digest: Buffer; until: number }[] = [];

  constructor(private readonly lifetime: number) {}

  issue(): string {
    const value = randomToken();
    this.#kept = [
      ...this.#living(),
      { digest: digest(value), until: performance.now() + this.lifetime },
    ].slice(-limit);
    return value;
  }

  has(value: string): boolean {
    const presented = digest(value);
    return this.#living().filter((one) => timingSafeEqual(one.digest, presented)).length > 0;
  }

  take(value: string): boolean {
    const found = this.has(value);
    const presented = digest(value);
    this.#kept = this.#living().filter((one) => !timingSafeEqual(one.digest, presented));
    return found;
  }

  #living() {
    const now = performance.now();
    return this.#kept.filter(({ until }) => now < until);
  }
}

export function digest(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}
