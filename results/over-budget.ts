import type { RequirementResult } from '../fixtures/verdict/result.js';
import { budgetReason } from '../fixtures/wire/budget-reasons.js';

/** Whether a requirement was skipped because the declared rate limit did not cover it. */
export function isOverBudget({ verdict, message }: Pick<RequirementResult, 'verdict' | 'message'>): boolean {
  return verdict === 'skipped' && (message ?? '').startsWith(budgetReason);
}
