import { writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import type { FullConfig, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { toldIn } from '../fixtures/drivers/tell.js';
import { type RequirementResult, resultAttachment } from '../fixtures/verdict/result.js';
import type { Verdict } from '../fixtures/verdict/verdict.js';
import { requirementId } from '../suites/requirement.js';
import { plainLines } from './plain.js';

/** Set: progress is shown, on the descriptor below. */
export const progressVariable = 'PROOFKEY_PROGRESS';

/** The command line's stderr: stdout belongs to the report. */
const descriptor = 3;
/** Milliseconds between two lines where nobody watches a terminal. */
const lineInterval = 10_000;
/** Milliseconds between two updates of the line on a terminal. */
const updateInterval = 100;

/**
 * Shows how far the run is: one line that changes on a terminal, a line now and then elsewhere. Passes on what a person
 * is to do, whether progress is shown or not.
 */
export default class ProgressReporter implements Reporter {
  readonly #shown = process.env[progressVariable] !== undefined;
  readonly #terminal = this.#shown && isatty(descriptor);
  readonly #counts = new Map<Verdict, number>();
  #total = 0;
  #done = 0;
  #lastWrite = performance.now();

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#total = suite.allTests().length;
  }

  onTestBegin(test: TestCase): void {
    if (this.#terminal && this.#due(updateInterval))
      this.#write(`\r${this.#line(requirementId(test.location.file))}\u001b[K`);
  }

  onTestEnd(_test: TestCase, result: TestResult): void {
    this.#done++;
    const body = result.attachments.find(({ name }) => name === resultAttachment)?.body;
    const verdict =
      body === undefined ? 'inconclusive' : (JSON.parse(body.toString()) as RequirementResult).verdict;
    this.#counts.set(verdict, (this.#counts.get(verdict) ?? 0) + 1);
    if (this.#shown && !this.#terminal && this.#due(lineInterval)) this.#write(`${this.#line('')}\n`);
  }

  /** Workers have no terminal: what they tell the person who drives a client comes as output. */
  onStdOut(chunk: string | Buffer): void {
    for (const text of toldIn(String(chunk)))
      this.#write(`${this.#terminal ? '\r\u001b[K' : ''}${plainLines(text)}\n`);
  }

  onEnd(): void {
    if (this.#terminal) this.#write('\r\u001b[K');
  }

  printsToStdio(): boolean {
    return true;
  }

  #due(interval: number): boolean {
    return performance.now() - this.#lastWrite >= interval;
  }

  #line(current: string): string {
    const counts = [...this.#counts].map(([verdict, count]) => `${count} ${verdict}`).join(', ');
    return `${this.#done}/${this.#total}${counts === '' ? '' : ` (${counts})`} ${current}`
      .slice(0, 78)
      .trimEnd();
  }

  #write(text: string): void {
    this.#lastWrite = performance.now();
    try {
      writeSync(descriptor, text);
    } catch {
      // A closed or full stderr is no reason to end a run.
    }
  }
}
