import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';

/** Milliseconds in which a client that acts at once has done so. */
const moment = 30;

/** Time as the client has it: its own clock where that can be moved, and otherwise real time. */
export class ClientTime {
  readonly #moves: { at: number; seconds: number }[] = [];

  constructor(private readonly client: ClientUnderTest) {}

  get canBeMoved(): boolean {
    return this.client.can('clock');
  }

  /** Lets seconds go by for the client and its providers. */
  async pass(seconds: number): Promise<void> {
    if (!this.canBeMoved) return sleep(seconds * 1000);
    this.#moves.push({ at: performance.now(), seconds });
    await this.client.advance(seconds);
  }

  /** Gives the client the chance to do what is due, before its clock is moved on. */
  async moment(): Promise<void> {
    if (this.canBeMoved) await sleep(moment);
  }

  /** Waits for the first of these; where it may be that only a moved clock brings it, for a moment. */
  async event(...events: Promise<unknown>[]): Promise<void> {
    await Promise.race(this.canBeMoved ? [...events, this.moment()] : events);
  }

  /** Seconds on the client's clock, from some point in time, at a moment by performance.now(). */
  at(moment: number): number {
    const moved = this.#moves.filter(({ at }) => at <= moment);
    return moved.reduce((sum, { seconds }) => sum + seconds, moment / 1000);
  }
}
