import type { RequirementResult } from '../../fixtures/verdict/result.js';

/** What a party that serves nobody must not get: a pass because nothing came. */
export function isNegativeWon({ negative, verdict }: RequirementResult): boolean {
  return negative && verdict === 'pass';
}
