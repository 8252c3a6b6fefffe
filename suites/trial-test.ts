// Not `test`: its fixtures set up browsers, traces and artifacts around each test, and none is used here.
import { _baseTest as base, type TestInfo } from '@playwright/test';
import { type PlannedSubject, readPlan, runKeyVariable } from '../fixtures/plan.js';
import { Judge } from '../fixtures/verdict/judge.js';
import { ExchangeLog } from '../fixtures/wire/exchange-log.js';
import { Redactor } from '../fixtures/wire/redactor.js';
import { conclude, type Trial } from './conclude.js';
import { detailsOf } from './requirement.js';
import type { LatestControl } from './run-control.js';

export interface TrialWorkerFixtures {
  /** Name of the subject in the plan; set by the project. */
  subject: string;
  planned: PlannedSubject & { strict: boolean };
  redactor: Redactor;
  /** Answers of preconditions that had to be observed: once per worker. */
  preconditions: Map<string, string | undefined>;
  latestControl: LatestControl;
}

export interface TrialTestFixtures {
  trial: Trial;
  /** Weighs what the test sees. */
  judge: Judge;
}

// Boxed, or Playwright records a step with a stack for each fixture of each test, which costs more than most tests.
export const worker = { scope: 'worker', box: 'self' } as const;
export const everyTest = { auto: true, box: 'self' } as const;
export const perTest = { box: 'self' } as const;

/** What the tests of both halves share: the subject, the trial and its judge. */
export const trialTest = base.extend<TrialTestFixtures, TrialWorkerFixtures>({
  subject: ['', { option: true, scope: 'worker' }],

  planned: [
    async ({ subject }, use) => {
      const plan = readPlan();
      const planned = plan.subjects.find(({ name }) => name === subject);
      if (planned === undefined) throw new Error(`the plan has no subject "${subject}"`);
      await use({ ...planned, strict: plan.strict });
    },
    worker,
  ],

  redactor: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the first parameter
    async ({}, use) => use(new Redactor(Buffer.from(process.env[runKeyVariable] ?? '', 'hex'))),
    worker,
  ],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the first parameter
  preconditions: [async ({}, use) => use(new Map()), worker],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the first parameter
  latestControl: [async ({}, use) => use({ run: undefined, as: undefined }), worker],

  trial: [
    async ({ planned, redactor }, use, testInfo) => {
      const details = detailsOf(testInfo.annotations);
      const log = new ExchangeLog(redactor);
      const grading = {
        against: planned.subject.against,
        strict: planned.strict,
        level: details.level,
      };
      const trial: Trial = {
        planned,
        details,
        log,
        judge: new Judge(grading, log),
        controls: [],
        clientOutput: '',
        lateUses: [],
        spending: undefined,
        reached: false,
        started: performance.now(),
      };
      await use(trial);
      await conclude(trial, testInfo);
    },
    everyTest,
  ],

  judge: [async ({ trial }, use) => use(trial.judge), perTest],
});

/** Skips a test at the first of its preconditions that does not hold; `check` answers why it does not. */
export async function skipUnlessHolds(
  { details }: Trial,
  preconditions: Map<string, string | undefined>,
  testInfo: TestInfo,
  check: (name: string) => string | undefined | Promise<string | undefined>,
): Promise<void> {
  for (const name of details.needs) {
    if (!preconditions.has(name)) preconditions.set(name, await check(name));
    const reason = preconditions.get(name);
    if (reason !== undefined) testInfo.skip(true, `${name}: ${reason}`);
  }
}
