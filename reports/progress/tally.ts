import type { Verdict } from '../../fixtures/verdict/verdict.js';
import { plain } from '../plain.js';
import type { Decision, Judged, RunSize } from './progress.js';

/** How far a run is. */
export class Tally {
  readonly #counts = new Map<Verdict, number>();
  /** In the order in which they were started. */
  readonly #running = new Map<string, Judged>();
  readonly #startedAt = performance.now();
  #total = 0;
  #done = 0;

  began({ requirements }: RunSize): void {
    this.#total = requirements;
  }

  started(judged: Judged): void {
    this.#running.set(keyOf(judged), judged);
  }

  decided(decision: Decision): void {
    this.#running.delete(keyOf(decision));
    this.#done++;
    this.#counts.set(decision.verdict, (this.#counts.get(decision.verdict) ?? 0) + 1);
  }

  get seconds(): string {
    return ((performance.now() - this.#startedAt) / 1000).toFixed(1);
  }

  /** `12/85`. */
  get share(): string {
    return `${this.#done}/${this.#total}`;
  }

  /** `10 pass, 2 fail`; empty before the first verdict. */
  get counts(): string {
    return [...this.#counts].map(([verdict, count]) => `${count} ${verdict}`).join(', ');
  }

  /** The requirement that has been judged for the longest time; empty when there is none. */
  get current(): string {
    const [longest] = this.#running.values();
    return plain(longest?.id ?? '');
  }
}

function keyOf({ id, subject }: Judged): string {
  return `${subject}\n${id}`;
}
