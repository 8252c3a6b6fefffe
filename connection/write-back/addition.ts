import { isMap, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Edit } from '../manifest/edit-for.js';
import type { Declared, DeclaredList } from '../subject.js';
import { colonOf, dashColumn, endOfBlock, type ListPair } from './block-list.js';
import { withFlowEntry } from './flow-list.js';
import { columnOf, commentsBelow, endOfLastLine, isBlank, lineEnd, spanOf } from './spans.js';
import { listIn, rootOf } from './written-document.js';
import { type Notation, writtenEntry } from './written-entry.js';

export interface Addition {
  list: DeclaredList;
  entry: Declared;
}

/** Puts an entry at the end of a list, in the notation of its neighbours. @throws NotChangeable */
export function addition(text: string, { list, entry }: Addition): Edit[] {
  const root = rootOf(text);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const pair = listIn(root, list);
  const notation = root.flow === true ? 'json' : 'braces';
  const inLine = { entry: writtenEntry(entry, notation, '', eol), eol };
  if (pair === undefined) {
    if (root.flow !== true) return newList(text, root, list, inLine);
    return withFlowEntry(text, root, { entry: `${JSON.stringify(list)}: [${inLine.entry}]`, eol });
  }
  const value = pair.value as YAMLSeq;
  if (value.flow !== true) return nextItem(text, pair, entry, eol);
  const opened =
    notation === 'braces' ? openedList(text, columnOf(text, startOf(root)), pair, inLine) : undefined;
  return opened ?? withFlowEntry(text, value, inLine);
}

interface InLine {
  entry: string;
  eol: string;
}

/** A key that the file does not have yet, as its last. */
function newList(text: string, root: YAMLMap, list: DeclaredList, { entry, eol }: InLine): Edit[] {
  const column = columnOf(text, startOf(root));
  const end = endOfLastLine(text, spanOf(root) ?? { start: 0, end: text.length });
  const at = commentsBelow(text, end, (comment) => comment > column);
  const indent = ' '.repeat(column);
  return [lineAt(text, at, `${indent}${list}:${eol}${indent}  - ${entry}`, eol)];
}

/** In a list with dashes: an entry with a line for each field, where the last one is so. */
function nextItem(text: string, pair: ListPair, entry: Declared, eol: string): Edit[] {
  const last: unknown = pair.value?.items.at(-1);
  const notation: Notation = isMap(last) && last.flow !== true ? 'lines' : 'braces';
  const indent = ' '.repeat(dashColumn(text, pair));
  const written = writtenEntry(entry, notation, `${indent}  `, eol);
  return [lineAt(text, endOfBlock(text, pair), `${indent}- ${written}`, eol)];
}

/** An empty `[]` gives way to a list with dashes, where nothing else is on its line but a comment. */
function openedList(
  text: string,
  column: number,
  pair: ListPair,
  { entry, eol }: InLine,
): Edit[] | undefined {
  const [start = 0, end = 0] = pair.value?.range ?? [];
  const colon = colonOf(pair) + 1;
  const line = lineEnd(text, end);
  const isAlone = isBlank(text.slice(colon, start)) && /^(#.*)?$/.test(text.slice(end, line).trim());
  if (pair.value?.items.length !== 0 || /\S/.test(text.slice(start + 1, end - 1)) || !isAlone)
    return undefined;
  const item = lineAt(text, line, `${' '.repeat(column)}  - ${entry}`, eol);
  return [{ start: colon, end, text: '' }, item];
}

/** A line at an offset where one begins, or at the end of a text that has no line break there. */
function lineAt(text: string, at: number, line: string, eol: string): Edit {
  const isOpen = at === text.length && !text.endsWith('\n');
  return { start: at, end: at, text: isOpen ? eol + line : line + eol };
}

function startOf(root: YAMLMap): number {
  return spanOf(root)?.start ?? 0;
}
