import type { RequirementResult } from '../fixtures/verdict/result.js';
import type { Verdict } from '../fixtures/verdict/verdict.js';

const inSummaries: readonly Verdict[] = ['pass', 'fail', 'warn', 'inconclusive', 'skipped'];

/** How many results have each verdict; those that none has are left out. */
export function verdictCounts(
  results: readonly Pick<RequirementResult, 'verdict'>[],
  order = inSummaries,
): { verdict: Verdict; count: number }[] {
  return order
    .map((verdict) => ({ verdict, count: results.filter((result) => result.verdict === verdict).length }))
    .filter(({ count }) => count > 0);
}
