import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { Outcome } from '../../../fixtures/drivers/driver.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';

/** The client neither crashed, nor hung, nor let an exception pass; an answer against the contract tells nothing. */
export function verifyAlive(judge: Judge, outcome: Outcome<'callback' | 'refresh'>): void {
  if (outcome.result !== 'failed') return;
  if (outcome.how === 'broken') judge.inconclusive('the client to answer', outcomeText(outcome));
  judge.fail({ expected: 'the client to go on', received: outcomeText(outcome) });
}

/** The answer that `fault` plays was no success; `accepted`: what the client made of it, undefined where it refused. */
export function verifyUnparsed(judge: Judge, fault: string, accepted: string | undefined): void {
  if (accepted === undefined) return;
  const observation = { expected: 'the answer to be refused', received: accepted };
  // Understood as it was meant, against RFC 6749 §5.1, but to nobody's harm.
  if (fault === 'as-token-form-response') judge.warn(observation);
  else judge.fail(observation);
}
