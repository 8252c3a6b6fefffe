import { plainLines } from '../plain.js';
import type { Decision, Judged, Progress, RunSize, Write } from './progress.js';
import { Tally } from './tally.js';

/** Milliseconds between two updates of the line. */
const updateInterval = 100;
const clearLine = '\r\u001b[K';

/** On a terminal: one line that changes, and is gone when the run is over. */
export class TerminalProgress implements Progress {
  readonly #tally = new Tally();
  readonly #timer: NodeJS.Timeout;
  #changed = false;

  constructor(
    private readonly write: Write,
    /** Width of the terminal, in characters. */
    private readonly columns: () => number,
  ) {
    this.#timer = setInterval(() => this.#draw(), updateInterval).unref();
  }

  began(size: RunSize): void {
    this.#tally.began(size);
    this.#changed = true;
    this.#draw();
  }

  started(judged: Judged): void {
    this.#tally.started(judged);
    this.#changed = true;
  }

  decided(decision: Decision): void {
    this.#tally.decided(decision);
    this.#changed = true;
  }

  told(text: string): void {
    this.write(`${clearLine}${plainLines(text)}\n`);
    this.#changed = true;
  }

  ended(): void {
    clearInterval(this.#timer);
    this.write(clearLine);
  }

  #draw(): void {
    if (!this.#changed) return;
    this.#changed = false;
    const { share, counts, current } = this.#tally;
    const line = `${share}${counts === '' ? '' : ` (${counts})`} ${current}`;
    // A line that is broken could not be written over.
    this.write(`\r${line.slice(0, this.columns() - 1).trimEnd()}\u001b[K`);
  }
}
