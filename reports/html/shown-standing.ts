import type { RequirementResult } from '../../fixtures/verdict/result.js';
import type { SubjectResults } from '../../results/run-results.js';

/** What a result is, measured by what the subject file declares: in finer steps than `../standing.ts`, as people filter by them. */
export type ShownStanding =
  | 'finding'
  | 'expired'
  | 'stale'
  | 'crashed'
  | 'excused'
  | 'flaky'
  | 'declared'
  | 'plain';

/** Standings in words; a plain one needs none. */
export const standingTexts: Record<ShownStanding, string> = {
  finding: 'not declared',
  expired: 'expired declaration',
  stale: 'stale declaration',
  crashed: 'without a verdict',
  excused: 'explained by a declared failure',
  flaky: 'declared flaky',
  declared: 'as declared',
  plain: '',
};

export function shownStanding(
  { id, verdict, declared }: RequirementResult,
  subject: SubjectResults,
): ShownStanding {
  const { undeclared, undeclaredWarns, expired, stale, crashed, excused } = subject.outcome;
  if (undeclared.includes(id) || undeclaredWarns.includes(id)) return 'finding';
  if (expired.includes(id)) return 'expired';
  if (stale.includes(id)) return 'stale';
  if (crashed.includes(id)) return 'crashed';
  if (excused.includes(id)) return 'excused';
  if (declared === 'flaky') return 'flaky';
  const deviates = verdict === 'fail' || verdict === 'warn';
  return deviates && declared !== undefined ? 'declared' : 'plain';
}
