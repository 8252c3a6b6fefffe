/** Where things stand in a text. Offsets are in UTF-16 code units; a line ends behind its line break. */
import { isMap, isNode, isPair, isSeq } from 'yaml';

/** What is written from `start` to before `end`. */
export interface Span {
  start: number;
  end: number;
}

/** What a node, or an entry of a mapping, is written as, without the comments around it. */
export function spanOf(node: unknown): Span | undefined {
  if (isPair(node)) {
    const [key, value] = [spanOf(node.key), spanOf(node.value)];
    return key && { start: key.start, end: value?.end ?? key.end };
  }
  if (!isNode(node) || !node.range) return undefined;
  const [start, end] = node.range;
  // The range of a block takes in the comments behind it.
  const last = (isMap(node) || isSeq(node)) && node.flow !== true ? spanOf(node.items.at(-1)) : undefined;
  return { start, end: last?.end ?? end };
}

export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at === -1 ? text.length : at + 1;
}

/** End of the line on which a span ends; a block of text ends with its line. */
export function endOfLastLine(text: string, { end }: Span): number {
  return text[end - 1] === '\n' ? end : lineEnd(text, end);
}

export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

export function indentationAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset)))?.[0] ?? '';
}

export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** Start of the comment lines, with `#` in that column, that end where a line begins. */
export function commentsAbove(text: string, begin: number, column: number): number {
  let start = begin;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (text[above + column] !== '#' || !isBlank(text.slice(above, above + column))) break;
    start = above;
  }
  return start;
}

/** End of the comment lines that begin where a line ends, as long as `#` is in a column that is wanted. */
export function commentsBelow(text: string, end: number, isWanted: (column: number) => boolean): number {
  let at = end;
  for (;;) {
    const line = text.slice(at, lineEnd(text, at));
    const column = line.search(/\S/);
    if (line[column] !== '#' || !isWanted(column)) return at;
    at += line.length;
  }
}
