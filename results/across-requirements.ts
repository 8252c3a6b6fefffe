import type { RequirementResult } from '../fixtures/verdict/result.js';
import { withLateUses } from './late-use.js';
import { withoutLostControls } from './lost-control.js';

/** All results of a subject, in the order of their ids, after what some of them show of others. */
export function acrossRequirements(results: readonly RequirementResult[]): RequirementResult[] {
  const sorted = [...results].sort((a, b) => (a.id < b.id ? -1 : 1));
  return withLateUses(withoutLostControls(sorted));
}
