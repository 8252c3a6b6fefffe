import type { RequirementResult } from '../fixtures/verdict/result.js';
import { severities } from '../suites/requirement.js';
import type { SubjectResults } from './run-results.js';

/** What is red by its own verdict, in the order in which it is best put right: the weightiest first. */
export function findingsOf({ requirements, outcome }: SubjectResults): RequirementResult[] {
  const red = new Set([...outcome.undeclared, ...outcome.undeclaredWarns]);
  const rested = failedControls(requirements);
  // A failed control comes first: what rests on it may fall with it.
  return bySeverity(
    requirements.filter(({ id }) => red.has(id)),
    (id) => rested.has(id),
  );
}

/** Ids of controls that failed for some requirement, which rests on them. */
export function failedControls(requirements: readonly RequirementResult[]): Set<string> {
  return new Set(
    requirements.flatMap(({ controls }) => controls.flatMap(({ id, passed }) => (passed ? [] : [id]))),
  );
}

export function bySeverity(
  results: readonly RequirementResult[],
  first: (id: string) => boolean = () => false,
): RequirementResult[] {
  const weights: readonly string[] = severities;
  const rank = ({ id, severity }: RequirementResult) => (first(id) ? -1 : weights.indexOf(severity));
  return [...results].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}
