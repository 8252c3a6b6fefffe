import type { Connection } from '../subject.js';
import { formatPath } from '../subject-file-error.js';
import type { Finding } from './finding.js';
import { type ConnectionsOfFile, judgeConnections, judgeSubject } from './judge-meaning.js';
import { judgeShape, type Ruled, type ShapedDocument } from './judge-shape.js';
import { type ManifestDocument, readDocuments } from './read-documents.js';

/** Rules may compare each connection of a file with each. */
const maximumConnections = 1000;

/**
 * All that is to be said about the text of a file, in its order; empty when there is nothing. `today` is a calendar day
 * in UTC, YYYY-MM-DD. Pure: no environment, no network, no clock.
 */
export function judgeText(file: string, text: string, today: string): Finding[] {
  const { documents, problems } = readDocuments(text);
  const shaped = documents.map((document, index) => judgeShape(document, index, documents.length));
  const ofFile = connectionsOfFile(shaped, problems.length === 0);
  const findings = shaped.flatMap((one) => {
    const meant =
      ofFile.all.length > maximumConnections
        ? tooManyConnections(one, ofFile.all)
        : [...judgeSubject(one, today), ...judgeConnections(one, ofFile)];
    return [...one.findings, ...meant].map((ruled) => locate(ruled, file, one.document));
  });
  const unread = problems.map(
    ({ rule, line, column, message }): Finding => ({
      ...{ rule, level: 'error', file, line, column },
      ...{ path: '', message },
    }),
  );
  return [...unread, ...findings].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Ids are unique in the file, whichever of its documents they stand in. */
function connectionsOfFile(shaped: readonly ShapedDocument[], readable: boolean): ConnectionsOfFile {
  return {
    all: shaped.flatMap(({ connections }) => connections.map(({ connection }) => connection)),
    complete: readable && shaped.every(({ complete }) => complete),
  };
}

/** Said where the first of those stands that are too many. */
function tooManyConnections({ connections }: ShapedDocument, all: readonly Connection[]): Ruled[] {
  const first = connections.find(({ connection }) => connection === all[maximumConnections]);
  if (first === undefined) return [];
  const message = `is one of ${all.length} connections in the file, and what connections mean is judged of ${maximumConnections} at the most. Divide the file`;
  return [{ rule: 'size-limit', level: 'error', path: first.path, message }];
}

function locate(
  { rule, level, path, message, fix }: Ruled,
  file: string,
  document: ManifestDocument,
): Finding {
  const { line, column } = document.placeOf(path);
  const edit = fix === undefined ? undefined : document.editFor(path, fix);
  return {
    ...{ rule, level, file, line, column },
    ...{ path: formatPath(path), message },
    ...(edit === undefined ? {} : { edit }),
  };
}
