import { dayOf } from '../connection/expired.js';
import { listOf } from '../connection/subject.js';
import type { RequirementResult } from '../fixtures/verdict/result.js';
import { exitCodeOf, outcomeOf } from './outcome.js';
import type { RunResults, SubjectResults } from './run-results.js';

/** The same results, weighed by what their subjects declare now. */
export function judgedAnew(run: RunResults): RunResults {
  const day = dayOf(run.startedAt);
  const subjects = run.subjects.map((subject): SubjectResults => {
    const requirements = subject.requirements.map((result) => withDeclared(result, subject));
    return { ...subject, requirements, outcome: outcomeOf({ ...subject, requirements }, day) };
  });
  // What somebody ended stays ended, whatever was found until then.
  const exitCode = run.exitCode === 130 ? 130 : exitCodeOf(subjects, run.harness);
  return { ...run, subjects, exitCode };
}

function withDeclared(result: RequirementResult, subject: SubjectResults): RequirementResult {
  const { declared: _earlier, ...rest } = result;
  const declared = listOf(subject, result.id);
  return declared === undefined ? rest : { ...rest, declared };
}
