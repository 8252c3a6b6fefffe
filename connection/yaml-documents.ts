/** YAML text to documents and plain data, safe against hostile files. */
import { Composer, type CST, type Document, isMap, isScalar, Lexer, LineCounter, Parser, Schema } from 'yaml';
import type { Place } from './source-positions.js';

/** A stricter limit than any parser's, so that no later walk over the file can exhaust the stack. */
export const maximumDepth = 64;
const maximumNodes = 100_000;
const maximumDocuments = 1000;

export type YamlRule = 'yaml-syntax' | 'duplicate-key' | 'yaml-alias' | 'size-limit';

/** Something wrong at an offset of the text. */
export interface OffsetProblem {
  rule: YamlRule;
  offset: number;
  message: string;
}

export interface ComposedText {
  /** None when `problem` is there. */
  documents: Document.Parsed[];
  /** What kept the text from being read any further. */
  problem?: OffsetProblem;
  placeOf(offset: number): Place;
}

/** One for all documents: each would make its own, which takes a tenth of the time. */
const schema = new Schema({ schema: 'core', merge: true, resolveKnownTags: false });

/** Depth is judged while parsing, before the composer, which recurses and would take the process down with it. */
export function composeDocuments(text: string): ComposedText {
  const lines = new LineCounter();
  lines.addNewLine(0);
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  let documents = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'document') documents += 1;
    }
    const message = isTooDeep(parser.stack) ? tooDeep : documents > maximumDocuments ? tooMany : undefined;
    if (message !== undefined)
      return { documents: [], problem: sizeProblem(parser.offset, message), placeOf };
  }
  for (const token of parser.end()) tokens.push(token);
  return { documents: composeTokens(tokens, text.length), placeOf };
}

function isTooDeep(stack: readonly CST.Token[]): boolean {
  if (stack.length <= maximumDepth) return false;
  const collections = stack.filter(({ type }) => /^(block-map|block-seq|flow-collection)$/.test(type));
  return collections.length > maximumDepth;
}

function composeTokens(tokens: readonly CST.Token[], end: number): Document.Parsed[] {
  const { stackTraceLimit } = Error;
  // A hostile file has some hundred thousand errors, and most of the time would go into stacks that nobody reads.
  Error.stackTraceLimit = 0;
  try {
    // Duplicate keys are found by structureProblem: the composer compares each key with each.
    const composer = new Composer({ uniqueKeys: false, schema });
    return [...composer.compose(tokens, true, end)];
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

const tooDeep = `lists and mappings are nested more than ${maximumDepth} deep, and eight are enough for all that can be written here. Remove brackets or indentation`;
const tooMany = `the file holds more than ${maximumDocuments} documents, which is more than anyone keeps in one file. Divide it`;
const tooLarge =
  'the file holds too many values, counting what its aliases repeat, and would exhaust the memory. Remove what does not belong here';

function sizeProblem(offset: number, message: string): OffsetProblem {
  return { rule: 'size-limit', offset, message };
}

/** The document's data, or why it cannot be written out. */
export function plainDataOf(document: Document.Parsed): { value: unknown } | { problem: OffsetProblem } {
  const offset = document.contents?.range?.[0] ?? 0;
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch {
    return { problem: sizeProblem(offset, tooLarge) };
  }
  const excess = expandedExcess(value);
  return excess === undefined ? { value } : { problem: sizeProblem(offset, excess) };
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
export function keepSpelling(document: Document.Parsed, key: string): void {
  const node: unknown = isMap(document.contents) ? document.contents.get(key, true) : undefined;
  if (isScalar(node) && typeof node.value === 'number' && node.source !== undefined) node.value = node.source;
}

/** Whether nothing stands in it but comments and markers, or `null`. */
export function isEmptyDocument(document: Document.Parsed | undefined): boolean {
  const contents = document?.contents ?? null;
  return contents === null || (isScalar(contents) && contents.value === null);
}
