import { type BroughtUpClient, bringUpClient } from '../fixtures/client/bring-up.js';
import { type ClientCapability, clientCapabilities } from '../fixtures/client/capabilities.js';
import { ClientUnderTest } from '../fixtures/client/client-under-test.js';
import type { ClientType } from '../fixtures/drivers/contract.js';
import { tell } from '../fixtures/drivers/tell.js';
import { Inconclusive } from '../fixtures/verdict/verdict.js';
import type { Trial } from './conclude.js';
import { type ClientControlId, clientControls } from './controls/client/index.js';
import { requirementId } from './requirement.js';
import { type ControlRunner, controlAfter, controlBefore } from './run-control.js';
import { everyTest, perTest, skipUnlessHolds, trialTest, worker } from './trial-test.js';

interface WorkerFixtures {
  broughtUp: BroughtUpClient;
}

interface TestFixtures {
  evidence: undefined;
  /** The client under test, reset, with a correct provider of its own. */
  client: ClientUnderTest;
  needs: undefined;
  control: undefined;
}

/** `test` of the client half. */
export const test = trialTest.extend<TestFixtures, WorkerFixtures>({
  broughtUp: [
    async ({ planned, redactor }, use) => {
      const broughtUp = await bringUpClient(planned, redactor);
      await use(broughtUp);
      await broughtUp.close();
    },
    worker,
  ],

  // What the providers see and the client writes belongs to the running test, controls included.
  evidence: [
    async ({ trial, broughtUp }, use) => {
      const { watch, driver } = broughtUp;
      watch.log = trial.log;
      driver.takeOutput();
      await use(undefined);
      watch.log = undefined;
      trial.clientOutput = driver.takeOutput();
      trial.lateUses.push(...watch.takeLateUses());
      const flood = watch.takeFlood();
      if (flood !== undefined) throw new Inconclusive(flood);
    },
    everyTest,
  ],

  needs: [
    async ({ trial, broughtUp, preconditions, evidence: _evidence }, use, testInfo) => {
      const id = requirementId(testInfo.file);
      await skipUnlessHolds(trial, preconditions, testInfo, (name) =>
        withClient(broughtUp, undefined, id, async (client) =>
          clientCapabilities[name as ClientCapability](client),
        ),
      );
      await use(undefined);
    },
    everyTest,
  ],

  control: [
    async ({ trial, needs: _needs, broughtUp, latestControl }, use, testInfo) => {
      const runner = runnerFor(trial, broughtUp, requirementId(testInfo.file));
      await controlBefore(trial, latestControl, runner);
      trial.reached = true;
      await use(undefined);
      await controlAfter(trial, latestControl, runner);
    },
    everyTest,
  ],

  client: [
    async ({ trial, control: _control, broughtUp }, use, testInfo) => {
      const type = trial.details.client as ClientType | undefined;
      const id = requirementId(testInfo.file);
      if ('interactive' in broughtUp.section.driver)
        tell(`${id}: ${testInfo.title}. ${trial.details.tested}`);
      await withClient(broughtUp, type, id, async (client) => {
        await client.reset();
        await use(client);
        for (const note of client.takeNotes()) trial.judge.note(note);
      });
    },
    perTest,
  ],
});

/** Runs a control as the requirement's own type of client. */
function runnerFor(trial: Trial, broughtUp: BroughtUpClient, requirement: string): ControlRunner {
  const type = trial.details.client as ClientType | undefined;
  return (id, judge) =>
    withClient(broughtUp, type, requirement, (client) =>
      clientControls[id as ClientControlId](client, judge),
    );
}

async function withClient<T>(
  broughtUp: BroughtUpClient,
  type: ClientType | undefined,
  requirement: string,
  body: (client: ClientUnderTest) => Promise<T>,
): Promise<T> {
  const client = await ClientUnderTest.open(broughtUp, type, requirement);
  try {
    return await body(client);
  } finally {
    await client.close();
  }
}
