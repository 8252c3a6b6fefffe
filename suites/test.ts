import { type BroughtUp, bringUp, serverFor } from '../fixtures/server/bring-up.js';
import { type Capability, capabilities } from '../fixtures/server/capabilities.js';
import type { ClientRole } from '../fixtures/server/clients.js';
import type { ServerUnderTest } from '../fixtures/server/server-under-test.js';
import { OverBudget, Throttled } from '../fixtures/verdict/verdict.js';
import type { SpendingPart } from '../fixtures/wire/spending.js';
import { admit, remember } from './admission.js';
import type { Trial } from './conclude.js';
import { type ControlId, controls } from './controls/index.js';
import { requirementId } from './requirement.js';
import { type ControlRunner, controlAfter, controlBefore } from './run-control.js';
import { everyTest, perTest, skipUnlessHolds, trialTest, worker } from './trial-test.js';

interface WorkerFixtures {
  /** Or why it could not be brought up: of the worker's fixtures each test would hear the error but once. */
  broughtUp: BroughtUp | OverBudget | Throttled;
}

interface TestFixtures {
  /** The server under test, as the requirement's client. */
  server: ServerUnderTest;
  needs: undefined;
  control: undefined;
}

/** `test` of the server half. */
export const test = trialTest.extend<TestFixtures, WorkerFixtures>({
  broughtUp: [
    async ({ planned, redactor }, use) => {
      const broughtUp = await bringUp(planned, redactor).catch(stopIn);
      await use(broughtUp);
      if (!(broughtUp instanceof Error)) await broughtUp.close();
    },
    worker,
  ],

  server: [
    async ({ trial, broughtUp }, use) =>
      use(serverFor(up(broughtUp), trial.details.client as ClientRole | undefined, trial.log)),
    perTest,
  ],

  needs: [
    async ({ trial, broughtUp, preconditions }, use, testInfo) => {
      trial.spending = up(broughtUp).transport.budget?.begin();
      await skipUnlessHolds(trial, preconditions, testInfo, (name) =>
        capabilities[name as Capability](serverFor(up(broughtUp), undefined, trial.log)),
      );
      await use(undefined);
    },
    everyTest,
  ],

  // Depends on needs and, through it, on trial: a control that fails after the test must be seen by the verdict.
  control: [
    async ({ trial, needs: _needs, broughtUp, latestControl }, use, testInfo) => {
      const runner = runnerFor(trial, up(broughtUp));
      await admit(requirementId(testInfo.file), trial, latestControl, up(broughtUp).transport.budget);
      enter(trial, 'before');
      await controlBefore(trial, latestControl, runner);
      enter(trial, 'test');
      trial.reached = true;
      await use(undefined);
      enter(trial, 'after');
      await controlAfter(trial, latestControl, runner);
      remember(trial);
    },
    everyTest,
  ],
});

/** A budget that ran dry while the metadata were read. */
function stopIn(error: unknown): OverBudget | Throttled {
  if (error instanceof OverBudget || error instanceof Throttled) return error;
  throw error;
}

function up(broughtUp: WorkerFixtures['broughtUp']): BroughtUp {
  if (broughtUp instanceof Error) throw broughtUp;
  return broughtUp;
}

function enter({ spending }: Trial, part: SpendingPart): void {
  if (spending !== undefined) spending.part = part;
}

/** Runs a control as the requirement's own client, recording into the requirement's log as evidence. */
function runnerFor(trial: Trial, broughtUp: BroughtUp): ControlRunner {
  const role = trial.details.client as ClientRole | undefined;
  return (id, judge) => controls[id as ControlId](serverFor(broughtUp, role, trial.log), judge);
}
