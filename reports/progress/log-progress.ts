import { counted } from '../counted.js';
import { plain, plainLines } from '../plain.js';
import type { Decision, Judged, Progress, ProgressDetail, RunSize, Write } from './progress.js';
import { Tally } from './tally.js';

/** Milliseconds between two lines that tell how far the run is. */
const lineInterval = 10_000;
/** Width of the longest verdict, so that ids stand below each other. */
const verdictWidth = 'inconclusive'.length;

/** In the log of a build: few lines, each of them complete, and nothing that only a terminal understands. */
export class LogProgress implements Progress {
  readonly #tally = new Tally();
  readonly #timer: NodeJS.Timeout;

  constructor(
    private readonly write: Write,
    private readonly detail: ProgressDetail,
  ) {
    this.#timer = setInterval(() => this.#tellState(), lineInterval).unref();
  }

  began(size: RunSize): void {
    this.#tally.began(size);
    const { requirements, subjects, workers } = size;
    const parts = [
      counted(requirements, 'requirement'),
      counted(subjects, 'subject'),
      counted(workers, 'worker'),
    ];
    this.#line(`Judging ${parts.join(', ')}`);
  }

  started(judged: Judged): void {
    this.#tally.started(judged);
  }

  decided(decision: Decision): void {
    this.#tally.decided(decision);
    const { verdict, id, subject, finding, durationMs } = decision;
    const all = this.detail === 'requirements';
    if (!all && !(finding && this.detail === 'findings')) return;
    const time = all ? ` ${durationMs} ms` : '';
    this.#line(`${verdict.padEnd(verdictWidth)} ${plain(id)} (${plain(subject)})${time}`);
  }

  told(text: string): void {
    this.#line(plainLines(text));
  }

  ended(): void {
    clearInterval(this.#timer);
    const { share, counts, seconds } = this.#tally;
    this.#line(`${share} judged in ${seconds} s${counts === '' ? '' : `: ${counts}`}`);
  }

  #tellState(): void {
    const { share, counts, current } = this.#tally;
    const at = current === '' ? '' : `, at ${current}`;
    this.#line(`${share} judged${counts === '' ? '' : `: ${counts}`}${at}`);
  }

  #line(text: string): void {
    this.write(`${text}\n`);
  }
}
