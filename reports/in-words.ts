import type { RequirementResult } from '../fixtures/verdict/result.js';
import type { SubjectOutcome, SubjectResults } from '../results/run-results.js';

/** What a subject's results come to, in a few words. */
export function inWords({ outcome, requirements, budget }: SubjectResults): string {
  const uncovered = budget?.skipped ? `, ${budget.skipped} not covered by the rate limit` : '';
  return `${found(outcome, requirements)}${uncovered}`;
}

function found(outcome: SubjectOutcome, requirements: readonly RequirementResult[]): string {
  const count = (number: number, one: string, many = `${one}s`) =>
    number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  const parts = [
    ...count(outcome.undeclared.length + outcome.undeclaredWarns.length, 'finding'),
    ...count(outcome.stale.length, 'stale declaration'),
    ...count(outcome.expired.filter((id) => !outcome.stale.includes(id)).length, 'expired declaration'),
    ...count(outcome.crashed.length, 'without a verdict', 'without a verdict'),
    ...count(
      outcome.inconclusive.filter((id) => !outcome.crashed.includes(id)).length,
      'undecided',
      'undecided',
    ),
  ];
  if (parts.length > 0) return parts.join(', ');
  if (outcome.exitCode !== 0) return 'nothing could be decided';
  const known = requirements.filter(
    (result) => result.declared === 'fails' && result.verdict === 'fail',
  ).length;
  const flaky = requirements.filter(
    ({ declared, verdict }) => declared === 'flaky' && verdict !== 'pass',
  ).length;
  const excused = [
    ...(known === 0 ? [] : [`${known} known to fail`]),
    ...(flaky === 0 ? [] : [`${flaky} flaky`]),
  ];
  return excused.length === 0 ? 'no finding' : `as declared, with ${excused.join(' and ')}`;
}
