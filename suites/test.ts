// Not `test`: its fixtures set up browsers, traces and artifacts around each test, and none is used here.
import { _baseTest as base, type TestInfo } from '@playwright/test';
import { type PlannedSubject, readPlan, runKeyVariable } from '../fixtures/plan.js';
import { type BroughtUp, bringUp, serverFor } from '../fixtures/server/bring-up.js';
import { capabilities } from '../fixtures/server/capabilities.js';
import type { ServerUnderTest } from '../fixtures/server/server-under-test.js';
import { Judge } from '../fixtures/verdict/judge.js';
import { ExchangeLog } from '../fixtures/wire/exchange-log.js';
import { Redactor } from '../fixtures/wire/redactor.js';
import { conclude, type Trial } from './conclude.js';
import { detailsOf } from './requirement.js';
import { controlAfter, controlBefore, type LatestControl } from './run-control.js';

interface WorkerFixtures {
  /** Name of the subject in the plan; set by the project. */
  subject: string;
  planned: PlannedSubject & { strict: boolean };
  broughtUp: BroughtUp;
  redactor: Redactor;
  /** Answers of preconditions that had to be observed: once per worker. */
  preconditions: Map<string, string | undefined>;
  latestControl: LatestControl;
}

interface TestFixtures {
  trial: Trial;
  /** Weighs what the test sees. */
  judge: Judge;
  /** The server under test, as the requirement's client. */
  server: ServerUnderTest;
  needs: undefined;
  control: undefined;
}

// Boxed, or Playwright records a step with a stack for each fixture of each test, which costs more than most tests.
const worker = { scope: 'worker', box: 'self' } as const;
const everyTest = { auto: true, box: 'self' } as const;

export const test = base.extend<TestFixtures, WorkerFixtures>({
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

  broughtUp: [
    async ({ planned, redactor }, use) => {
      const broughtUp = await bringUp(planned, redactor);
      await use(broughtUp);
      await broughtUp.close();
    },
    worker,
  ],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the first parameter
  preconditions: [async ({}, use) => use(new Map()), worker],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the first parameter
  latestControl: [async ({}, use) => use({ run: undefined, role: undefined }), worker],

  trial: [
    async ({ planned, broughtUp, redactor }, use, testInfo) => {
      const details = detailsOf(testInfo.annotations);
      const log = new ExchangeLog(redactor);
      const grading = { against: broughtUp.facts.against, strict: planned.strict, level: details.level };
      const trial: Trial = {
        planned,
        details,
        log,
        judge: new Judge(grading, log),
        controls: [],
        started: performance.now(),
      };
      await use(trial);
      await conclude(trial, testInfo);
    },
    everyTest,
  ],

  judge: [async ({ trial }, use) => use(trial.judge), { box: 'self' }],

  server: [
    async ({ trial, broughtUp }, use) => use(serverFor(broughtUp, trial.details.client, trial.log)),
    { box: 'self' },
  ],

  needs: [
    async ({ trial, broughtUp, preconditions }, use, testInfo) => {
      await skipUnlessHolds(trial, broughtUp, preconditions, testInfo);
      await use(undefined);
    },
    everyTest,
  ],

  // Depends on needs and, through it, on trial: a control that fails after the test must be seen by the verdict.
  control: [
    async ({ trial, needs: _needs, broughtUp, latestControl }, use) => {
      const id = trial.details.control;
      const latest = { ...latestControl };
      // Whatever this test does comes after that run.
      latestControl.run = undefined;
      if (id !== undefined) await controlBefore(id, trial, broughtUp, latest);
      await use(undefined);
      if (id !== undefined) await controlAfter(id, trial, broughtUp, latestControl);
    },
    everyTest,
  ],
});

async function skipUnlessHolds(
  { details, log }: Trial,
  broughtUp: BroughtUp,
  preconditions: Map<string, string | undefined>,
  testInfo: TestInfo,
): Promise<void> {
  for (const name of details.needs) {
    if (!preconditions.has(name)) {
      const server = serverFor(broughtUp, undefined, log);
      preconditions.set(name, await capabilities[name](server));
    }
    const reason = preconditions.get(name);
    if (reason !== undefined) testInfo.skip(true, `${name}: ${reason}`);
  }
}
