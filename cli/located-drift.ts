import type { RequirementResult } from '../fixtures/verdict/result.js';
import type { SubjectResults } from '../results/run-results.js';
import type { PreparedSubject } from './prepare-subjects.js';

/** The results with the place in the file of every field that a finding is about: only the command line has read it. */
export function located(
  results: SubjectResults,
  { loaded }: Pick<PreparedSubject, 'loaded'>,
): SubjectResults {
  const inFile = (result: RequirementResult): RequirementResult => ({
    ...result,
    findings: result.findings.map(({ drift, ...finding }) =>
      drift === undefined
        ? finding
        : { ...finding, drift: { ...drift, place: loaded.locate(drift.field.split('.')) } },
    ),
  });
  return { ...results, requirements: results.requirements.map(inFile) };
}
