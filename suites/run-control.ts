import { Judge } from '../fixtures/verdict/judge.js';
import type { ControlRun } from '../fixtures/verdict/result.js';
import { Inconclusive, Nonconformance } from '../fixtures/verdict/verdict.js';
import type { Trial } from './conclude.js';
import type { RequirementDetails } from './requirement.js';

/**
 * The control run that ended a worker's previous test. As nothing came after it, it serves as the next test's
 * "before"; any run older than that would say nothing about the subject as it is now (DESIGN §1.4).
 */
export interface LatestControl {
  run: ControlRun | undefined;
  /** The client that it was run as. */
  as: string | undefined;
}

/** Whether the run that ended the previous test serves as "before" of a requirement. */
export function servesAsBefore({ run, as }: LatestControl, { control, client }: RequirementDetails): boolean {
  return run?.id === control && run?.passed === true && as === client;
}

/** Performs one positive control on the subject, as the requirement's own client. */
export type ControlRunner = (id: string, judge: Judge) => Promise<void>;

/** A control that fails before the test ends it as inconclusive. */
export async function controlBefore(
  trial: Trial,
  latest: LatestControl,
  runner: ControlRunner,
): Promise<void> {
  const { control: id } = trial.details;
  const { run } = latest;
  const serves = servesAsBefore(latest, trial.details);
  // Whatever this test does comes after that run.
  latest.run = undefined;
  if (id === undefined) return;
  if (run !== undefined && serves) {
    trial.controls.push({ ...run, when: 'before' });
    return;
  }
  const { message } = await runControl(id, 'before', trial, runner);
  if (message !== undefined) throw new Inconclusive(`the control ${id} failed before the test: ${message}`);
}

/** One that fails after it is left to the conclusion, which takes back what refusals seemed to show. */
export async function controlAfter(
  trial: Trial,
  latest: LatestControl,
  runner: ControlRunner,
): Promise<void> {
  const { control: id, client } = trial.details;
  if (id === undefined) return;
  latest.run = await runControl(id, 'after', trial, runner);
  latest.as = client;
}

/** Runs a positive control, recording into the requirement's log as evidence. */
async function runControl(
  id: string,
  when: ControlRun['when'],
  trial: Trial,
  runner: ControlRunner,
): Promise<ControlRun> {
  const judge = new Judge(
    { against: trial.planned.subject.against, strict: false, level: 'MUST' },
    trial.log,
  );
  const message = await failureOf(() => runner(id, judge));
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
