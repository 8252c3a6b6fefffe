import { type BroughtUp, bringUp, serverFor } from '../fixtures/server/bring-up.js';
import { type Capability, capabilities } from '../fixtures/server/capabilities.js';
import type { ClientRole } from '../fixtures/server/clients.js';
import type { ServerUnderTest } from '../fixtures/server/server-under-test.js';
import type { Trial } from './conclude.js';
import { type ControlId, controls } from './controls/index.js';
import { type ControlRunner, controlAfter, controlBefore } from './run-control.js';
import { everyTest, perTest, skipUnlessHolds, trialTest, worker } from './trial-test.js';

interface WorkerFixtures {
  broughtUp: BroughtUp;
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
      const broughtUp = await bringUp(planned, redactor);
      await use(broughtUp);
      await broughtUp.close();
    },
    worker,
  ],

  server: [
    async ({ trial, broughtUp }, use) =>
      use(serverFor(broughtUp, trial.details.client as ClientRole | undefined, trial.log)),
    perTest,
  ],

  needs: [
    async ({ trial, broughtUp, preconditions }, use, testInfo) => {
      await skipUnlessHolds(trial, preconditions, testInfo, (name) =>
        capabilities[name as Capability](serverFor(broughtUp, undefined, trial.log)),
      );
      await use(undefined);
    },
    everyTest,
  ],

  // Depends on needs and, through it, on trial: a control that fails after the test must be seen by the verdict.
  control: [
    async ({ trial, needs: _needs, broughtUp, latestControl }, use) => {
      const runner = runnerFor(trial, broughtUp);
      await controlBefore(trial, latestControl, runner);
      await use(undefined);
      await controlAfter(trial, latestControl, runner);
    },
    everyTest,
  ],
});

/** Runs a control as the requirement's own client, recording into the requirement's log as evidence. */
function runnerFor(trial: Trial, broughtUp: BroughtUp): ControlRunner {
  const role = trial.details.client as ClientRole | undefined;
  return (id, judge) => controls[id as ControlId](serverFor(broughtUp, role, trial.log), judge);
}
