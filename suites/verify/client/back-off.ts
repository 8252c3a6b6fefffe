import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { SeenRequest } from '../../../fixtures/client/seen-request.js';
import type { Outcome } from '../../../fixtures/drivers/driver.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { ClientTime } from './time.js';

/** A token endpoint that cannot serve now and says when it can. */
export interface Announcement {
  what: string;
  /** Answers so until another fault, or none, is played. */
  fault: string;
  /** Until it can. */
  seconds: number;
  /** By how many seconds a request may come too early. */
  tolerance: number;
}

/** One operation that makes the client refresh. */
interface Operation {
  /** Token requests before it. */
  before: number;
  outcome: Outcome<'refresh'> | undefined;
  ended: Promise<void>;
}

/** Token requests of one operation. */
const mostAttempts = 3;
/** Token requests in one second beyond which it is a storm. */
const storm = 10;
/** Seconds before the earliest moment that is permitted, up to which nothing is to come. */
const aside = 0.125;
/** Seconds that a client is given beyond what was announced, one after the other. */
const patience = [1, 2, 4, 8, 16, 32];
const realPatience = [1, 1];

/** Has a client refresh at a token endpoint that is out of order, and keeps the time between its requests. */
export class BackOff {
  readonly #time: ClientTime;
  #operation: Operation | undefined;
  /** Token requests up to the present announcement. */
  #earlier: number;

  constructor(
    private readonly client: ClientUnderTest,
    private readonly judge: Judge,
  ) {
    this.#time = new ClientTime(client);
    this.#earlier = this.#requests.length;
  }

  /** One announcement: a request meets it, none follows too early, and then its time is over and `next` is played. */
  async verify(announcement: Announcement, next: string | undefined): Promise<void> {
    const { fault, seconds, tolerance } = announcement;
    const { provider } = this.client;
    const quiet = seconds - tolerance - aside;
    await provider.play(fault);
    const met = await this.#meet();
    try {
      await this.#time.moment();
      await this.#time.pass(quiet);
      await this.#time.moment();
      await this.#verifyNoneBefore(met, announcement);
    } finally {
      this.#earlier = this.#requests.length;
      await provider.play(...(next === undefined ? [] : [next]));
      await this.#time.pass(seconds - quiet);
    }
  }

  /** How the last operation ends, once the token endpoint works again; undefined: there was none. */
  async end(): Promise<Outcome<'refresh'> | undefined> {
    const operation = this.#operation;
    if (operation === undefined) return undefined;
    for (const seconds of this.#patience) {
      await this.#time.event(operation.ended);
      if (operation.outcome === undefined) await this.#time.pass(seconds);
    }
    await operation.ended;
    this.#verifyEnded(operation);
    return operation.outcome;
  }

  get #requests(): SeenRequest[] {
    return this.client.provider.at('token');
  }

  get #patience(): number[] {
    return this.#time.canBeMoved ? patience : realPatience;
  }

  /** The next request, of the operation under way or, where the client has given up, of a new one. */
  async #meet(): Promise<SeenRequest> {
    for (const seconds of this.#patience) {
      const { ended } = this.#underWay();
      await this.#time.event(this.client.provider.reached('token', this.#earlier + 1), ended);
      const met = this.#requests[this.#earlier];
      if (met !== undefined) return met;
      await this.#time.pass(seconds);
    }
    const told =
      this.#operation?.outcome === undefined ? 'nothing yet' : outcomeText(this.#operation.outcome);
    return this.judge.inconclusive(
      'a refresh request that meets this answer',
      `none; the client reported ${told}`,
    );
  }

  #underWay(): Operation {
    const last = this.#operation;
    if (last !== undefined && last.outcome === undefined) return last;
    const operation: Operation = {
      before: this.#requests.length,
      outcome: undefined,
      ended: this.client.refresh().then((outcome) => {
        operation.outcome = outcome;
      }),
    };
    this.#operation = operation;
    if (last !== undefined) this.#verifyEnded(last, operation.before);
    return operation;
  }

  /** `after`: token requests when the next operation began. */
  #verifyEnded({ before, outcome }: Operation, after = this.#requests.length): void {
    const requests = this.#requests.slice(before, after);
    if (outcome?.result === 'failed') this.judge.inconclusive('the client to answer', outcomeText(outcome));
    if (outcome?.result === 'ok' && !requests.some(({ granted }) => granted))
      this.judge.fail({ expected: 'the refused refresh to be reported', received: 'ok' });
    if (requests.length > mostAttempts)
      this.judge.warn({
        expected: `at most ${mostAttempts} requests for one refresh`,
        received: `${requests.length}`,
      });
  }

  async #verifyNoneBefore(met: SeenRequest, { seconds, tolerance }: Announcement): Promise<void> {
    const permitted = this.#time.at(met.arrivedAt) + seconds - tolerance;
    const isEarly = ({ arrivedAt }: SeenRequest) => this.#time.at(arrivedAt) < permitted;
    const early = this.#requests.slice(this.#earlier + 1).filter(isEarly);
    if (early.length === 0) return;
    // Whoever comes too early may be coming all the time.
    await Promise.race([this.client.provider.reached('token', this.#earlier + storm + 1), sleep(1000)]);
    const second = this.#requests.filter(
      ({ arrivedAt }) => arrivedAt >= met.arrivedAt && arrivedAt < met.arrivedAt + 1000,
    ).length;
    const expected = `no request before the announced ${seconds} s are over`;
    if (second > storm) this.judge.fail({ expected, received: `${second} in one second` });
    this.judge.warn({ expected, received: `${early.length} more` });
  }
}
