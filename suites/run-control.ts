import type { BroughtUp } from '../fixtures/server/bring-up.js';
import { clientRoles } from '../fixtures/server/clients.js';
import { ServerUnderTest } from '../fixtures/server/server-under-test.js';
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
  { facts, transport }: BroughtUp,
): Promise<void> {
  const role = trial.details.client;
  const client = role === undefined ? facts.clients[0] : facts.clients.find(clientRoles[role]);
  if (client === undefined) throw new Inconclusive(`the subject file names no ${role ?? 'client'}`);
  // The control's exchanges go into the log before the test's own, as evidence of what an honest request gets.
  const server = new ServerUnderTest(facts, transport.recordingInto(trial.log), client);
  const judge = new Judge({ against: facts.against, strict: false, level: 'MUST' }, trial.log);
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
