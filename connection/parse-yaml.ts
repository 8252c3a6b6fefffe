/** YAML text to plain data, with the position of each part, safe against hostile files. */
import { Composer, type Document, isMap, isScalar, Lexer, LineCounter, Parser } from 'yaml';
import { type Place, positionOf } from './source-positions.js';
import { type Path, SubjectFileError } from './subject-file-error.js';
import { structureProblem } from './yaml-structure.js';
import { syntaxProblems } from './yaml-syntax.js';

/** A stricter limit than any parser's, so that no later walk over the file can exhaust the stack. */
export const maximumDepth = 64;
const maximumNodes = 100_000;

/** Something wrong at an offset of the text. */
export interface OffsetProblem {
  offset: number;
  message: string;
}

export interface ParsedYaml {
  value: unknown;
  positionOf(path: Path): Place;
}

/** Throws SubjectFileError for anything but one well-formed document that is a mapping. */
export function parseYaml(file: string, text: string): ParsedYaml {
  const lines = new LineCounter();
  const fail = (problems: readonly OffsetProblem[]): never => {
    throw new SubjectFileError(
      problems.map(({ offset, message }) => ({ file, ...placeOf(lines, offset), path: '', message })),
    );
  };
  const documents = compose(text, lines, fail);
  const [document] = documents;
  const problems = syntaxProblems(documents);
  if (problems.length > 0) return fail(problems);
  if (document === undefined || !isMap(document.contents)) {
    return fail([notMapping(document)]);
  }
  const structure = structureProblem(document);
  if (structure !== undefined) return fail([structure]);
  keepSpelling(document, 'requirements');
  const value = toPlainData(document, fail);
  return { value, positionOf: (path) => placeOf(lines, positionOf(document, path)) };
}

type Fail = (problems: readonly OffsetProblem[]) => never;

/** Depth is judged while parsing, before the composer, which recurses and would take the process down with it. */
function compose(text: string, lines: LineCounter, fail: Fail): Document.Parsed[] {
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  // Duplicate keys are found by structureProblem: the composer compares each key with each.
  const composer = new Composer({ uniqueKeys: false, merge: true, resolveKnownTags: false });
  const tokens = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length <= maximumDepth) continue;
    const collections = parser.stack.filter(({ type }) =>
      /^(block-map|block-seq|flow-collection)$/.test(type),
    );
    if (collections.length > maximumDepth) fail([{ offset: parser.offset, message: tooDeep }]);
  }
  for (const token of parser.end()) tokens.push(token);
  return [...composer.compose(tokens, true, text.length)];
}

const tooDeep = `lists and mappings are nested more than ${maximumDepth} deep, and a subject file needs eight. Remove brackets or indentation`;
const tooLarge =
  'the file holds too many values, counting what its aliases repeat, and would exhaust the memory. Remove what is not about the subject';

function toPlainData(document: Document.Parsed, fail: Fail): unknown {
  const offset = document.contents?.range?.[0] ?? 0;
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch {
    return fail([{ offset, message: tooLarge }]);
  }
  const excess = expandedExcess(value);
  return excess === undefined ? value : fail([{ offset, message: excess }]);
}

/** Aliases can chain into something deeper and larger than the text; this walks it as if written out. */
function expandedExcess(root: unknown): string | undefined {
  const waiting: [unknown, number][] = [[root, 1]];
  for (let visited = 0; ; visited += 1) {
    const next = waiting.pop();
    if (next === undefined) return undefined;
    const [value, depth] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > maximumDepth) return tooDeep;
    const children = Object.values(value);
    if (visited + waiting.length + children.length > maximumNodes) return tooLarge;
    for (const child of children) waiting.push([child, depth + 1]);
  }
}

/** `2026.10` without quotes is a number to YAML, and would lose its last digit. */
function keepSpelling(document: Document.Parsed, key: string): void {
  const node: unknown = isMap(document.contents) ? document.contents.get(key, true) : undefined;
  if (isScalar(node) && typeof node.value === 'number' && node.source !== undefined) node.value = node.source;
}

function notMapping(document: Document.Parsed | undefined): OffsetProblem {
  const contents = document?.contents ?? null;
  const empty = contents === null || (isScalar(contents) && contents.value === null);
  const found = empty ? 'the file is empty' : 'the file is not a mapping of keys to values';
  const message = `${found}, so there is no subject to judge. Start with the line "version: 1"; docs/subject-file.md has an example`;
  return { offset: empty ? 0 : contents.range[0], message };
}

function placeOf(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}
