/** JSON and YAML to plain data, safe against hostile files. Errors never quote the text, which may hold a secret. */
import { composeDocuments, plainDataOf } from '../yaml-documents.js';
import { structureProblem } from '../yaml-structure.js';
import { documentProblems } from '../yaml-syntax.js';
import { ImportError } from './import-error.js';

/** JSON is read fast; YAML takes some seconds for each megabyte, and source text some seconds too. */
export const maximumCharacters = { json: 16 * 1024 * 1024, yaml: 2 * 1024 * 1024, source: 1024 * 1024 };

/** Throws ImportError. */
export function refuseLarge(file: string, text: string, notation: keyof typeof maximumCharacters): void {
  const maximum = maximumCharacters[notation];
  if (text.length <= maximum) return;
  const name = { json: 'JSON', yaml: 'YAML', source: 'source text' }[notation];
  const instead = notation === 'yaml' ? 'Convert it to JSON, or give' : 'Give';
  throw new ImportError(
    `${file} is larger than the ${maximum / 1024 / 1024} MiB that are read of ${name}. ${instead} the part with the connection in a file of its own`,
  );
}

/** Throws ImportError. */
export function parseJson(file: string, text: string): unknown {
  refuseLarge(file, text, 'json');
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const offset = /at position (\d+)/.exec((error as Error).message)?.[1];
    const before = text.slice(0, offset === undefined ? 0 : Number(offset)).split('\n');
    const place =
      offset === undefined ? file : `${file}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    throw new ImportError(
      `${place}: is not JSON from here on. Mind quotes, commas and brackets; comments are not allowed in it`,
    );
  }
}

/** Throws ImportError. */
export function parseYamlData(file: string, text: string): unknown {
  refuseLarge(file, text, 'yaml');
  const { documents, problem, placeOf } = composeDocuments(text);
  const [document, second] = documents;
  const fail = ({ offset, message }: { offset: number; message: string }): never => {
    const { line, column } = placeOf(offset);
    throw new ImportError(`${file}:${line}:${column}: ${message}`);
  };
  if (problem !== undefined) return fail(problem);
  if (document === undefined) return undefined;
  const [first = structureProblem(document)] = documentProblems(document);
  if (first !== undefined) return fail(first);
  if (second !== undefined)
    return fail({
      offset: second.range[0],
      message: 'a second document begins here, and one is imported at a time. Move it to a file of its own',
    });
  const data = plainDataOf(document);
  return 'problem' in data ? fail(data.problem) : data.value;
}

/** Each object in plain data, outermost first; without recursion, whatever the depth. */
export function objectsIn(root: unknown): object[] {
  const found: object[] = [];
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) found.push(value);
    const children: unknown[] = Object.values(value);
    for (let index = children.length - 1; index >= 0; index -= 1) waiting.push(children[index]);
  }
  return found;
}
