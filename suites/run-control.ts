import { type BroughtUp, serverFor } from '../fixtures/server/bring-up.js';
import { Judge } from '../fixtures/verdict/judge.js';
import { Inconclusive, Nonconformance } from '../fixtures/verdict/verdict.js';
import type { Trial } from './conclude.js';
import { type ControlId, controls } from './controls/index.js';

/**
 * Runs a positive control with the requirement's own client. One that fails before the test ends it as
 * inconclusive; one that fails after it is left to the conclusion, which takes back what refusals seemed to show.
 */
export async function runControl(
  id: ControlId,
  when: 'before' | 'after',
  trial: Trial,
  broughtUp: BroughtUp,
): Promise<void> {
  // The control's exchanges stand in the log beside the test's own: evidence of what an honest request gets.
  const server = serverFor(broughtUp, trial.details.client, trial.log);
  const judge = new Judge({ against: broughtUp.facts.against, strict: false, level: 'MUST' }, trial.log);
  const message = await failureOf(() => controls[id](server, judge));
  trial.controls.push({
    id,
    when,
    passed: message === undefined,
    ...(message === undefined ? {} : { message }),
    at: Date.now(),
  });
  if (message !== undefined && when === 'before')
    throw new Inconclusive(`the control ${id} failed before the test: ${message}`);
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
