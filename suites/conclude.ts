import type { TestInfo } from '@playwright/test';
import { listOf } from '../connection/subject.js';
import type { LateUse } from '../fixtures/client/wire-watch.js';
import type { PlannedSubject } from '../fixtures/plan.js';
import { withColumns } from '../fixtures/verdict/drift.js';
import type { Judge } from '../fixtures/verdict/judge.js';
import { type ControlRun, type RequirementResult, resultAttachment } from '../fixtures/verdict/result.js';
import { isDecision, Nonconformance, type Verdict } from '../fixtures/verdict/verdict.js';
import type { ExchangeLog } from '../fixtures/wire/exchange-log.js';
import type { Spending } from '../fixtures/wire/spending.js';
import { budgetVerdict } from './budget-verdict.js';
import { type RequirementDetails, requirementId, toldDetails } from './requirement.js';

/** One requirement being judged on one subject. */
export interface Trial {
  planned: PlannedSubject;
  details: RequirementDetails;
  log: ExchangeLog;
  judge: Judge;
  controls: ControlRun[];
  /** performance.now() at the beginning. */
  started: number;
  /** Whether everything before the test itself went well. Where a fixture of the worker is broken, nothing is thrown. */
  reached: boolean;
  /** What the client under test wrote beside its answers. */
  clientOutput: string;
  /** Values that the client had refused, in whichever test, and used during this one. */
  lateUses: LateUse[];
  /** What it takes out of the budget, where a rate limit is declared. */
  spending: Spending | undefined;
}

/** Characters of what a subject is quoted with. */
const keptText = 2000;
/** Exchanges kept from the end of a test, and up to the first one that decided. */
const keptWithFinding = 16;
const keptWithPass = 3;
const keptLedTo = 8;

/**
 * Turns what a test saw into its verdict, hands it to the reporters, and tells Playwright what is red. A decided
 * violation is expected, declared or not, because a test that really fails costs a worker; red is computed from the
 * results (DESIGN §8). A crash, a hang and a stale entry stay red here.
 */
export async function conclude(trial: Trial, testInfo: TestInfo): Promise<void> {
  const result = resultOf(trial, testInfo);
  // Not by attach(): that is a step of its own, for which Playwright records a stack.
  testInfo.attachments.push({
    name: resultAttachment,
    contentType: 'application/json',
    body: Buffer.from(JSON.stringify(result)),
  });
  if (result.crashed !== undefined) {
    // Red to Playwright, too, which then goes on with a new worker.
    if (testInfo.errors.length === 0) throw new Error(result.crashed);
    return;
  }
  if (result.verdict === 'skipped') {
    // The budget ended it: an error to Playwright.
    if (testInfo.errors.length > 0) testInfo.fail();
    return;
  }
  const stale = staleness(result, trial.planned);
  if (stale !== undefined) throw new Error(stale);
  if (result.verdict !== 'fail' && result.verdict !== 'inconclusive') return;
  testInfo.fail();
  if (testInfo.errors.length === 0) throw new Nonconformance(result.message ?? result.verdict);
}

function resultOf(trial: Trial, testInfo: TestInfo): RequirementResult {
  const { judge, details, planned, log } = trial;
  const id = requirementId(testInfo.file);
  judge.add(trial.lateUses.filter(({ requirement }) => requirement === id));
  const { verdict, message } = decided(trial, testInfo);
  const declared = listOf(planned, id);
  const redact = (text: string) => told(log, text);
  const crashed = crashIn(trial, testInfo);
  return {
    id,
    title: testInfo.title,
    subject: planned.name,
    verdict,
    ...(declared === undefined ? {} : { declared }),
    ...toldDetails(details),
    // Recorded first: from the exchanges the redactor learns what to take out of the texts.
    ...evidenceOf(trial, verdict),
    ...(message === undefined ? {} : { message: redact(message) }),
    notes: judge.notes.map(redact),
    controls: trial.controls.map((run) =>
      run.message === undefined ? run : { ...run, message: redact(run.message) },
    ),
    ...clientTraces(trial, id),
    durationMs: Math.round(performance.now() - trial.started),
    ...spentBy(trial),
    ...(crashed === undefined ? {} : { crashed: redact(crashed) }),
  };
}

/** Without secrets, and cut off where a subject would fill the report by what it says. */
function told({ redactor }: ExchangeLog, text: string): string {
  const shown = redactor.redact(text, keptText);
  return shown.length < keptText ? shown : `${shown} …`;
}

/** Not of the built-in mock, for which nobody waits. */
function spentBy({ planned, spending }: Trial): Pick<RequirementResult, 'spent'> {
  return planned.budget === undefined || spending === undefined ? {} : { spent: spending.spent };
}

const keptOutput = 4000;

/** Beside the wire: what the client wrote, and what it did with values that other tests had seen it refuse. */
function clientTraces(
  { clientOutput, lateUses, log }: Trial,
  id: string,
): Pick<RequirementResult, 'clientOutput' | 'lateUses'> {
  const others = lateUses.filter(({ requirement }) => requirement !== id);
  return {
    ...(clientOutput === '' ? {} : { clientOutput: log.redactor.redact(clientOutput).slice(-keptOutput) }),
    ...(others.length === 0 ? {} : { lateUses: others }),
  };
}

/** What kept the harness itself from a verdict: an error that no judge threw, the time limit, or a broken worker. */
function crashIn({ reached }: Trial, { status, timeout, errors }: TestInfo): string | undefined {
  if (status === 'timedOut') return `no verdict within ${timeout / 1000} s`;
  if (status === 'interrupted') return 'the run was ended before a verdict';
  if (!reached && errors.length === 0 && status !== 'skipped') return 'the test was never run';
  return errors.find(({ message }) => !isDecision(message))?.message;
}

/** The last exchanges and those that a finding points at, all redacted; findings point into what is kept. */
function evidenceOf(
  { judge, log }: Trial,
  verdict: Verdict,
): Pick<RequirementResult, 'findings' | 'evidence'> {
  const tail = verdict === 'pass' || verdict === 'skipped' ? keptWithPass : keptWithFinding;
  const pointedAt = new Set(judge.findings.flatMap(({ exchange, begun }) => [exchange, begun]));
  // What led to the first one tells the story; of the others, which went alike, the message itself does.
  const decisive = judge.findings.find(({ exchange }) => exchange !== undefined)?.exchange ?? -1;
  const ledTo = (index: number) => index <= decisive && index > decisive - keptLedTo;
  const isKept = (index: number) => index >= log.length - tail || pointedAt.has(index) || ledTo(index);
  const kept = [...Array(log.length).keys()].filter(isKept);
  const evidence = log.recorded(isKept);
  const findings = judge.findings.map(({ exchange, begun, ...finding }) => ({
    ...finding,
    expected: told(log, finding.expected),
    received: told(log, finding.received),
    ...(finding.drift === undefined ? {} : { drift: withColumns(finding.drift, (text) => told(log, text)) }),
    ...(exchange === undefined ? {} : { exchange: kept.indexOf(exchange) }),
    ...(begun === undefined ? {} : { begun: kept.indexOf(begun) }),
  }));
  return { findings, evidence };
}

function decided(trial: Trial, testInfo: TestInfo): { verdict: Verdict; message: string | undefined } {
  const { judge, controls, details } = trial;
  if (testInfo.status === 'skipped') {
    return {
      verdict: 'skipped',
      message: testInfo.annotations.find(({ type }) => type === 'skip')?.description,
    };
  }
  const lost = controls.find(({ passed }) => !passed);
  if (lost !== undefined) judge.withdrawUnproven();
  const byBudget = budgetVerdict(trial, testInfo);
  if (byBudget !== undefined) return byBudget;
  const verdict = judge.verdict();
  if (verdict === 'fail') return { verdict, message: judge.message() };
  const outside = testInfo.errors[0]?.message;
  const crash = crashIn(trial, testInfo);
  if (outside !== undefined || crash !== undefined) {
    return { verdict: 'inconclusive', message: judge.message() ?? outside?.replace(/^\w+: /, '') ?? crash };
  }
  if (lost !== undefined && details.negative) {
    return {
      verdict: 'inconclusive',
      message: `the control ${lost.id} failed after the test: ${lost.message}`,
    };
  }
  const missing = missingControl(trial);
  if (missing !== undefined) return { verdict: 'inconclusive', message: missing };
  return { verdict, message: judge.message() };
}

/** Whatever kept a control from running: without one that passed on either side nothing negative passes. */
function missingControl({ controls, details }: Trial): string | undefined {
  const { control, negative } = details;
  if (!negative || control === undefined) return undefined;
  const when = (['before', 'after'] as const).find(
    (side) => !controls.some((run) => run.passed && run.when === side),
  );
  return when === undefined ? undefined : `the control ${control} was not run ${when} the test`;
}

/** A declared deviation that was decided and did not show: a mutant survived, or the baseline is out of date. */
function staleness(
  { id, verdict, declared }: RequirementResult,
  { name, exactWarns }: PlannedSubject,
): string | undefined {
  if (verdict === 'inconclusive') return undefined;
  if (declared === 'fails' && verdict !== 'fail')
    return `stale: ${name} declares that ${id} fails, but its verdict is ${verdict}`;
  if (declared === 'warns' && exactWarns && verdict !== 'warn')
    return `stale: ${name} declares that ${id} warns, but its verdict is ${verdict}`;
  return undefined;
}
