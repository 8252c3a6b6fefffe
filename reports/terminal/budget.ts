import { limitText, requestsText } from '../../fixtures/wire/budget-reasons.js';
import type { BudgetResults, SubjectResults } from '../../results/run-results.js';
import { counted } from '../counted.js';
import type { Canvas } from './canvas.js';

/** What the run took out of the declared rate limit, and what that left undone. */
export function drawBudget(canvas: Canvas, { budget }: SubjectResults): void {
  if (budget === undefined) return;
  canvas.heading('Rate limit');
  canvas.text(`${spent(budget)}, of ${limitText(budget.limit)} (connection.auth.rateLimit)`, 4);
  if (budget.refused > 0)
    canvas.text(
      `${budget.refused} of them ${budget.refused === 1 ? 'was' : 'were'} answered with 429: the declared limit is too high, or others use it up`,
      4,
      canvas.paint.yellow,
    );
  if (budget.skipped > 0)
    canvas.text(
      `${counted(budget.skipped, 'requirement')} skipped for want of requests. For the rest: wait ${budget.limit.perSeconds} s and choose them with --only, or give the run more time with --patience`,
      4,
    );
}

function spent({ limit, requests, waitedMs }: BudgetResults): string {
  const waited = waitedMs === 0 ? '' : `, ${(waitedMs / 1000).toFixed(1)} s waited for them`;
  return `${requests} ${requestsText(limit, requests)} made${waited}`;
}
