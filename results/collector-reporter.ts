import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FullConfig, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { type Plan, readPlan } from '../fixtures/plan.js';
import { type RequirementResult, resultAttachment } from '../fixtures/verdict/result.js';
import { detailsOf, requirementId } from '../suites/requirement.js';

/** Name of the file between the test runner and the command line, in the plan's `out` folder. */
export const collectedFile = 'collected.json';

/** Gathers the results of all workers. What red means is not decided here but from the whole (results/outcome.ts). */
export default class CollectorReporter implements Reporter {
  readonly #plan: Plan = readPlan();
  readonly #results: RequirementResult[] = [];
  readonly #errors: string[] = [];

  onBegin(_config: FullConfig, _suite: Suite): void {
    mkdirSync(this.#plan.out, { recursive: true });
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const attachment = result.attachments.find(({ name }) => name === resultAttachment);
    this.#results.push(
      attachment?.body === undefined
        ? withoutResult(test, result)
        : (JSON.parse(attachment.body.toString()) as RequirementResult),
    );
  }

  onError(error: { message?: string }): void {
    this.#errors.push(error.message ?? String(error));
  }

  onEnd(): void {
    writeFileSync(
      join(this.#plan.out, collectedFile),
      JSON.stringify({ results: this.#results, errors: this.#errors }),
    );
  }

  printsToStdio(): boolean {
    return true;
  }
}

/** A worker that died or hung before it could conclude: the harness's fault until shown otherwise. */
function withoutResult(test: TestCase, result: TestResult): RequirementResult {
  const { level, severity, tier, clauses, negative } = detailsOf(test.annotations);
  return {
    id: requirementId(test.location.file),
    title: test.title,
    subject: test.parent.project()?.name ?? '',
    verdict: 'inconclusive',
    level,
    severity,
    tier,
    clauses,
    negative,
    findings: [],
    notes: [],
    controls: [],
    evidence: [],
    durationMs: result.duration,
    crashed: result.error?.message ?? `ended as ${result.status} without a verdict`,
  };
}
