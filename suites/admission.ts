import type { Budget } from '../fixtures/wire/budget.js';
import type { Trial } from './conclude.js';
import { knownRequests } from './request-counts.js';
import type { RequirementDetails } from './requirement.js';
import { type LatestControl, servesAsBefore } from './run-control.js';

/** Requests that the latest run of each control took on this server, by control and client: better known than measured elsewhere. */
const taken = new Map<string, number>();

/**
 * Waits until the declared rate limit lets out all that a requirement is known to need, its controls included: one that
 * runs dry on the way has wasted what it spent. @throws OverBudget, Throttled
 */
export async function admit(
  id: string,
  { details }: Trial,
  latest: LatestControl,
  budget: Budget | undefined,
): Promise<void> {
  if (budget === undefined) return;
  const runs = details.control === undefined ? 0 : servesAsBefore(latest, details) ? 1 : 2;
  const control =
    taken.get(keyOf(details)) ?? knownRequests('controls', details.control ?? '', budget.counted);
  await budget.admit(knownRequests('requirements', id, budget.counted) + runs * control);
}

/** Keeps what the controls of a requirement took. */
export function remember({ details, spending }: Trial): void {
  if (details.control !== undefined && spending !== undefined)
    taken.set(keyOf(details), spending.spent.after);
}

function keyOf({ control, client }: RequirementDetails): string {
  return `${control} as ${client}`;
}
