import { type BroughtUp, serverFor } from '../fixtures/server/bring-up.js';
import type { ClientRole } from '../fixtures/server/clients.js';
import { Judge } from '../fixtures/verdict/judge.js';
import type { ControlRun } from '../fixtures/verdict/result.js';
import { Inconclusive, Nonconformance } from '../fixtures/verdict/verdict.js';
import type { Trial } from './conclude.js';
import { type ControlId, controls } from './controls/index.js';

/**
 * The control run that ended a worker's previous test. As nothing came after it, it serves as the next test's
 * "before"; any run older than that would say nothing about the subject as it is now (DESIGN §1.4).
 */
export interface LatestControl {
  run: ControlRun | undefined;
  /** The client that it was run as. */
  role: ClientRole | undefined;
}

/** A control that fails before the test ends it as inconclusive. */
export async function controlBefore(
  id: ControlId,
  trial: Trial,
  broughtUp: BroughtUp,
  latest: LatestControl,
): Promise<void> {
  const { run, role } = latest;
  if (run?.id === id && run.passed && role === trial.details.client) {
    trial.controls.push({ ...run, when: 'before' });
    return;
  }
  const { message } = await runControl(id, 'before', trial, broughtUp);
  if (message !== undefined) throw new Inconclusive(`the control ${id} failed before the test: ${message}`);
}

/** One that fails after it is left to the conclusion, which takes back what refusals seemed to show. */
export async function controlAfter(
  id: ControlId,
  trial: Trial,
  broughtUp: BroughtUp,
  latest: LatestControl,
): Promise<void> {
  latest.run = await runControl(id, 'after', trial, broughtUp);
  latest.role = trial.details.client;
}

/** Runs a positive control as the requirement's own client, recording into the requirement's log as evidence. */
async function runControl(
  id: ControlId,
  when: ControlRun['when'],
  trial: Trial,
  broughtUp: BroughtUp,
): Promise<ControlRun> {
  const server = serverFor(broughtUp, trial.details.client, trial.log);
  const judge = new Judge({ against: server.facts.against, strict: false, level: 'MUST' }, trial.log);
  const message = await failureOf(() => controls[id](server, judge));
  const run: ControlRun = {
    id,
    when,
    passed: message === undefined,
    ...(message === undefined ? {} : { message }),
    at: Date.now(),
  };
  trial.controls.push(run);
  return run;
}

async function failureOf(control: () => Promise<void>): Promise<string | undefined> {
  try {
    await control();
    return undefined;
  } catch (error) {
    if (error instanceof Nonconformance || error instanceof Inconclusive) return error.message;
    throw error;
  }
}
