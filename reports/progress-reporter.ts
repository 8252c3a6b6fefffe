import { writeSync } from 'node:fs';
import { isatty, WriteStream } from 'node:tty';
import type { FullConfig, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { dayOf } from '../connection/expired.js';
import { toldIn } from '../fixtures/drivers/tell.js';
import { type PlannedSubject, readPlan } from '../fixtures/plan.js';
import { type RequirementResult, resultAttachment } from '../fixtures/verdict/result.js';
import { outcomeOf } from '../results/outcome.js';
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
  /** By name. */
  #subjects = new Map<string, PlannedSubject>();
  readonly #day = dayOf(new Date().toISOString());

  onBegin({ workers, projects }: FullConfig, suite: Suite): void {
    if (this.#progress === undefined) return;
    this.#subjects = new Map(readPlan().subjects.map((planned) => [planned.name, planned]));
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
    const { verdict = 'inconclusive' as const, durationMs = duration } = result ?? {};
    const planned = this.#subjects.get(judged.subject);
    const finding = result !== undefined && planned !== undefined && this.#isFinding(result, planned);
    return { ...judged, verdict, finding, durationMs: Math.round(durationMs) };
  }

  /** Weighed as the whole will be: an expired entry excuses nothing. */
  #isFinding(result: RequirementResult, planned: PlannedSubject): boolean {
    const { flaky = [], requirements } = planned;
    const part = { ...planned, flaky, requirements: [result], planned: requirements };
    const { undeclared, undeclaredWarns } = outcomeOf(part, this.#day);
    return undeclared.length + undeclaredWarns.length > 0;
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
