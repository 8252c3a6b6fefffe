import { type Document, isMap } from 'yaml';
import type { Fix } from '../rules/rule.js';
import { type Place, positionOf } from '../source-positions.js';
import type { Path } from '../subject-file-error.js';
import {
  composeDocuments,
  isEmptyDocument,
  keepSpelling,
  plainDataOf,
  type YamlRule,
} from '../yaml-documents.js';
import { structureProblem } from '../yaml-structure.js';
import { documentProblems } from '../yaml-syntax.js';
import { type Edit, editFor } from './edit-for.js';

/** A YAML document that is a mapping. */
export interface ManifestDocument {
  value: Record<string, unknown>;
  placeOf(path: Path): Place;
  /** The change of the text that a fix comes to, where it can be made without touching anything else. */
  editFor(path: Path, fix: Fix): Edit | undefined;
}

/** Why a document, or the whole text, is not judged. */
export interface ReadProblem extends Place {
  rule: YamlRule | 'no-connection';
  message: string;
}

const example = 'docs/writing-a-connection.md has an example';

/** Every document of a text; one that cannot be read does not stop the others. */
export function readDocuments(text: string): { documents: ManifestDocument[]; problems: ReadProblem[] } {
  const { documents, problem, placeOf } = composeDocuments(text);
  if (problem !== undefined) return { documents: [], problems: [{ ...problem, ...placeOf(problem.offset) }] };
  const filled = documents
    .map((document, index) => ({ document, text, start: documents[index - 1]?.range[2] ?? 0, placeOf }))
    .filter(({ document }) => !isEmpty(document));
  if (filled.length === 0) {
    const message = `the file is empty, so there is no connection to judge. Describe one; ${example}`;
    return { documents: [], problems: [{ rule: 'no-connection', line: 1, column: 1, message }] };
  }
  const read = filled.map(readDocument);
  return {
    documents: read.filter((one) => 'value' in one),
    problems: read.flatMap((one) => ('value' in one ? [] : one)),
  };
}

/** A `---` too many begins a document that is nothing. One with errors is something. */
function isEmpty(document: Document.Parsed): boolean {
  return document.errors.length === 0 && isEmptyDocument(document);
}

interface DocumentInText {
  document: Document.Parsed;
  text: string;
  /** Where the document before it ends. */
  start: number;
  placeOf(offset: number): Place;
}

function readDocument({ document, text, start, placeOf }: DocumentInText): ManifestDocument | ReadProblem[] {
  const syntax = documentProblems(document, start);
  const structure = syntax.length > 0 ? undefined : structureProblem(document);
  const problems = structure === undefined ? syntax : [structure];
  if (problems.length > 0) return problems.map((one) => ({ ...one, ...placeOf(one.offset) }));
  if (!isMap(document.contents)) {
    const message = `this is not a mapping of keys to values, so there is no connection to judge. Begin with "connection:"; ${example}`;
    return [{ rule: 'no-connection', ...placeOf(document.contents?.range[0] ?? 0), message }];
  }
  keepSpelling(document, 'requirements');
  const data = plainDataOf(document);
  if ('problem' in data) return [{ ...data.problem, ...placeOf(data.problem.offset) }];
  return {
    value: data.value as Record<string, unknown>,
    placeOf: (path) => placeOf(positionOf(document, path)),
    editFor: (path, fix) => editFor(document, text, path, fix),
  };
}
