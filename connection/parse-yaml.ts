import { isMap } from 'yaml';
import { type Place, positionOf } from './source-positions.js';
import { type Path, SubjectFileError } from './subject-file-error.js';
import {
  composeDocuments,
  isEmptyDocument,
  keepSpelling,
  type OffsetProblem,
  plainDataOf,
} from './yaml-documents.js';
import { structureProblem } from './yaml-structure.js';
import { syntaxProblems } from './yaml-syntax.js';

export interface ParsedYaml {
  value: unknown;
  positionOf(path: Path): Place;
}

/** Throws SubjectFileError for anything but one well-formed document that is a mapping. */
export function parseYaml(file: string, text: string): ParsedYaml {
  const { documents, problem, placeOf } = composeDocuments(text);
  const fail = (problems: readonly Pick<OffsetProblem, 'offset' | 'message'>[]): never => {
    throw new SubjectFileError(
      problems.map(({ offset, message }) => ({ file, ...placeOf(offset), path: '', message })),
    );
  };
  if (problem !== undefined) return fail([problem]);
  const problems = syntaxProblems(documents);
  if (problems.length > 0) return fail(problems);
  const [document] = documents;
  if (document === undefined || !isMap(document.contents)) {
    const empty = isEmptyDocument(document);
    const found = empty ? 'the file is empty' : 'the file is not a mapping of keys to values';
    const message = `${found}, so there is no subject to judge. Start with the line "version: 1"; docs/subject-file.md has an example`;
    return fail([{ offset: empty ? 0 : (document?.contents?.range[0] ?? 0), message }]);
  }
  const structure = structureProblem(document);
  if (structure !== undefined) return fail([structure]);
  keepSpelling(document, 'requirements');
  const data = plainDataOf(document);
  if ('problem' in data) return fail([data.problem]);
  return { value: data.value, positionOf: (path) => placeOf(positionOf(document, path)) };
}
