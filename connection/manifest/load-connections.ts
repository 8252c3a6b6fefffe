import { readText } from '../read-text.js';
import type { Connection } from '../subject.js';
import { formatPath, type Problem, SubjectFileError } from '../subject-file-error.js';
import { judgeShape } from './judge-shape.js';
import { readDocuments } from './read-documents.js';

/**
 * The connections of a manifest or subject file, of all its documents, by their shape only: what `proofkey validate`
 * says of their meaning is no reason not to use them. Throws SubjectFileError with everything that does not fit.
 */
export function loadConnections(file: string): Connection[] {
  const text = readText(file, { name: 'connection manifest', docs: 'docs/writing-a-connection.md' });
  const { documents, problems } = readDocuments(text);
  const shaped = documents.map((document, index) => judgeShape(document, index, documents.length));
  const objections = shaped.flatMap(({ document, findings }) =>
    findings.map(({ path, message }): Problem => {
      return { file, ...document.placeOf(path), path: formatPath(path), message };
    }),
  );
  const unread = problems.map(
    ({ line, column, message }): Problem => ({ file, line, column, path: '', message }),
  );
  if (unread.length + objections.length > 0) throw new SubjectFileError([...unread, ...objections]);
  return shaped.flatMap(({ connections }) => connections.map(({ connection }) => connection));
}
