import type { RequirementResult } from '../../fixtures/verdict/result.js';
import { budgetReason } from '../../fixtures/wire/budget-reasons.js';
import { isOverBudget } from '../../results/over-budget.js';
import type { SubjectOutcome, SubjectResults } from '../../results/run-results.js';
import { byReason, undecidedReason } from '../by-reason.js';
import type { Canvas } from './canvas.js';

/** Ids of one group that are shown without --verbose. */
const namedIds = 8;

/** The harness crashed or hung, or the run ended too early. */
export function drawCrashed(canvas: Canvas, { requirements }: SubjectResults, verbose: boolean): void {
  const crashed = requirements.filter((result) => result.crashed !== undefined);
  if (crashed.length === 0) return;
  canvas.heading('Without a verdict, which is no fault of the subject');
  drawGroups(canvas, crashed, ({ crashed: error }) => error ?? '', verbose ? crashed.length : namedIds);
}

export function drawInconclusive(
  canvas: Canvas,
  { requirements, outcome }: SubjectResults,
  verbose: boolean,
): void {
  const undecided = requirements.filter(
    ({ verdict, crashed, declared }) =>
      verdict === 'inconclusive' && crashed === undefined && declared !== 'flaky',
  );
  if (undecided.length === 0) return;
  canvas.heading('Could not be decided');
  const named = verbose ? undecided.length : namedIds;
  drawGroups(canvas, undecided, (result) => reasonOf(result, outcome), named);
}

export function drawSkipped(canvas: Canvas, { requirements }: SubjectResults, verbose: boolean): void {
  const skipped = requirements.filter(({ verdict }) => verdict === 'skipped');
  if (skipped.length === 0) return;
  canvas.heading('Skipped');
  const reasonFor = (result: RequirementResult) =>
    isOverBudget(result) && !verbose ? overBudget : (result.message ?? 'no reason given');
  drawGroups(canvas, skipped, reasonFor, verbose ? skipped.length : 0);
}

/** Each needs another number of requests, which is more than one wants to read. */
const overBudget = `${budgetReason}needs more requests than the declared rate limit left (--verbose tells how many)`;

function reasonOf(result: RequirementResult, { excused }: SubjectOutcome): string {
  return `${undecidedReason(result)}${excused.includes(result.id) ? ', as declared' : ''}`;
}

function drawGroups(
  canvas: Canvas,
  results: readonly RequirementResult[],
  reasonFor: (result: RequirementResult) => string,
  /** How many ids of a group are shown. */
  named: number,
): void {
  for (const [reason, group] of byReason(results, reasonFor)) {
    canvas.field(`${group.length}`.padStart(3), reason, { indent: 2, column: 5 });
    for (const { id } of group.slice(0, named)) canvas.raw(canvas.paint.dim(id), 7);
    if (named > 0 && group.length > named)
      canvas.raw(canvas.paint.dim(`and ${group.length - named} more (--verbose)`), 7);
  }
}
