import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { Operation } from '../../../fixtures/drivers/contract.js';
import type { Outcome } from '../../../fixtures/drivers/driver.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';

/**
 * Whether a client that may refuse to begin a login goes on with it. One that crashes or hangs has refused nothing:
 * inconclusive.
 */
export function goesOn<O extends Operation>(
  judge: Judge,
  outcome: Outcome<O>,
): outcome is Extract<Outcome<O>, { result: 'ok' }> {
  if (outcome.result !== 'ok' && outcome.result !== 'rejected')
    judge.inconclusive('a login that begins, or is refused', outcomeText(outcome));
  return outcome.result === 'ok';
}
