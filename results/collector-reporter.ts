import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { readPlan } from '../fixtures/plan.js';
import { type RequirementResult, resultAttachment } from '../fixtures/verdict/result.js';
import { detailsOf, requirementId } from '../suites/requirement.js';
import { type CollectedLine, collectedFile } from './collected.js';
import { missingResult } from './missing-result.js';

/** Gathers the results of all workers. What red means is not decided here but from the whole (outcome.ts). */
export default class CollectorReporter implements Reporter {
  readonly #file = join(readPlan().out, collectedFile);

  onTestEnd(test: TestCase, result: TestResult): void {
    const attachment = result.attachments.find(({ name }) => name === resultAttachment);
    this.#append({
      result:
        attachment?.body === undefined
          ? withoutResult(test, result)
          : (JSON.parse(attachment.body.toString()) as RequirementResult),
    });
  }

  onError(error: { message?: string }): void {
    this.#append({ error: error.message ?? String(error) });
  }

  printsToStdio(): boolean {
    return true;
  }

  #append(line: CollectedLine): void {
    appendFileSync(this.#file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
  }
}

/** A worker that died or hung before it could conclude. */
function withoutResult(test: TestCase, result: TestResult): RequirementResult {
  return missingResult({
    id: requirementId(test.location.file),
    title: test.title,
    subject: test.parent.project()?.name ?? '',
    details: detailsOf(test.annotations),
    message: 'the harness came to no verdict',
    durationMs: result.duration,
    crashed: result.error?.message ?? `the test ended as ${result.status} without a verdict`,
  });
}
