import { type DeclaredList, declaredLists, type LoadedSubject } from '../connection/subject.js';
import type { RequirementResult } from '../fixtures/verdict/result.js';
import type { DeclaredInFile, SubjectResults } from '../results/run-results.js';
import type { PreparedSubject } from './prepare-subjects.js';

const sections = ['connection', 'server', 'client'] as const;

/** The results with the places in the file that they are about: only the command line has read it. */
export function located(results: SubjectResults, { loaded, file }: PreparedSubject): SubjectResults {
  const requirements = results.requirements.map((result) => withDriftPlaces(result, loaded));
  // Nobody can open the file of a built-in subject at a line.
  if (file === undefined) return { ...results, requirements };
  const present = sections.filter((section) => loaded.subject[section] !== undefined);
  const places = Object.fromEntries(present.map((section) => [section, loaded.locate([section])]));
  const lists = declaredLists.map(
    (list) => [list, results[list].map((entry) => declaredInFile(entry, list, loaded))] as const,
  );
  return { ...results, requirements, ...Object.fromEntries(lists), places };
}

function withDriftPlaces(result: RequirementResult, { locate }: LoadedSubject): RequirementResult {
  const findings = result.findings.map(({ drift, ...finding }) =>
    drift === undefined
      ? finding
      : { ...finding, drift: { ...drift, place: locate(drift.field.split('.')) } },
  );
  return { ...result, findings };
}

/** What a profile declares of its provider stands in no file of the user. */
function declaredInFile(
  entry: DeclaredInFile,
  list: DeclaredList,
  { subject, locate }: LoadedSubject,
): DeclaredInFile {
  const index = subject[list]?.indexOf(entry) ?? -1;
  return index === -1 ? entry : { ...entry, place: locate([list, index]) };
}
