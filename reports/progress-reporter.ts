import { writeSync } from 'node:fs';
import { isatty, WriteStream } from 'node:tty';
import type { FullConfig, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { toldIn } from '../fixtures/drivers/tell.js';
import { readPlan } from '../fixtures/plan.js';
import { type RequirementResult, resultAttachment } from '../fixtures/verdict/result.js';
import { requirementId } from '../suites/requirement.js';
import { plainLines } from './plain.js';
import { LogProgress } from './progress/log-progress.js';
import type { Decision, Judged, Progress, ProgressDetail } from './progress/progress.js';
import { TerminalProgress } from './progress/terminal-progress.js';

/** Set, to a ProgressDetail: progress is shown, on the descriptor below. */
export const progressVariable = 'PROOFKEY_PROGRESS';

/** The command line's stderr: stdout belongs to the report. */
const descriptor = 3;

/** Shows how far the run is. Passes on what a person is to do, whether progress is shown or not. */
export default class ProgressReporter implements Reporter {
  readonly #progress = progressFor(process.env[progressVariable]);
  /** Subjects whose warnings are findings too. */
  #exactWarns = new Set<string>();

  onBegin({ workers, projects }: FullConfig, suite: Suite): void {
    if (this.#progress === undefined) return;
    this.#exactWarns = new Set(readPlan().subjects.flatMap((one) => (one.exactWarns ? [one.name] : [])));
    this.#progress.began({ requirements: suite.allTests().length, subjects: projects.length, workers });
  }

  onTestBegin(test: TestCase): void {
    this.#progress?.started(judgedBy(test));
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    this.#progress?.decided(this.#decision(judgedBy(test), result));
  }

  /** Workers have no terminal: what they tell the person who drives a client comes as output. */
  onStdOut(chunk: string | Buffer): void {
    for (const text of toldIn(String(chunk)))
      if (this.#progress === undefined) write(`${plainLines(text)}\n`);
      else this.#progress.told(text);
  }

  onEnd(): void {
    this.#progress?.ended();
  }

  printsToStdio(): boolean {
    return true;
  }

  /** A test without a result crashed, hung or was ended: nothing was decided. */
  #decision(judged: Judged, { attachments, duration }: TestResult): Decision {
    const body = attachments.find(({ name }) => name === resultAttachment)?.body;
    const result = body === undefined ? undefined : (JSON.parse(body.toString()) as RequirementResult);
    const { verdict = 'inconclusive' as const, declared, durationMs = duration } = result ?? {};
    const isRed = verdict === 'fail' || (verdict === 'warn' && this.#exactWarns.has(judged.subject));
    const excused: readonly (string | undefined)[] = [verdict === 'fail' ? 'fails' : 'warns', 'flaky'];
    const finding = isRed && !excused.includes(declared);
    return { ...judged, verdict, finding, durationMs: Math.round(durationMs) };
  }
}

function progressFor(asked: string | undefined): Progress | undefined {
  if (asked === undefined) return undefined;
  if (!isatty(descriptor)) return new LogProgress(write, asked as ProgressDetail);
  const terminal = new WriteStream(descriptor).unref();
  return new TerminalProgress(write, () => terminal.columns || 80);
}

function judgedBy(test: TestCase): Judged {
  return { id: requirementId(test.location.file), subject: test.parent.project()?.name ?? '' };
}

function write(text: string): void {
  try {
    writeSync(descriptor, text);
  } catch {
    // A closed or full stderr is no reason to end a run.
  }
}
