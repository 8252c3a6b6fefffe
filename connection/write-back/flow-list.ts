/** Entries of a collection in brackets, taken out of a text and added to it. */
import type { YAMLMap, YAMLSeq } from 'yaml';
import type { Edit } from '../manifest/edit-for.js';
import { commentsAbove, indentationAt, isBlank, lineStart, spanOf } from './spans.js';

/** Takes an item out, with its comma; of one that has its lines to itself also the comments. */
export function withoutFlowItem(text: string, list: YAMLSeq, index: number): Edit[] {
  const item = spanOf(list.items[index]) ?? { start: 0, end: 0 };
  const begin = lineStart(text, item.start);
  const rest = /^[ \t]*,?[ \t]*(#[^\n]*)?\r?\n/.exec(text.slice(item.end))?.[0];
  if (rest !== undefined && isBlank(text.slice(begin, item.start))) {
    const start = commentsAbove(text, begin, item.start - begin);
    return [{ start, end: item.end + rest.length, text: '' }];
  }
  const comma = /^\s*,[ \t]*/.exec(text.slice(item.end))?.[0];
  if (comma !== undefined) return [{ start: item.start, end: item.end + comma.length, text: '' }];
  // The last one: the comma before it would be one too many.
  const before = spanOf(list.items[index - 1])?.end ?? item.start;
  const between = text.slice(before, item.start);
  return [{ start: between.includes('#') ? item.start : before, end: item.end, text: '' }];
}

/** Adds an entry at the end: on a line of its own where the closing bracket has one, else behind the last. */
export function withFlowEntry(
  text: string,
  collection: YAMLMap | YAMLSeq,
  { entry, eol }: { entry: string; eol: string },
): Edit[] {
  const [open = 0, end = 0] = collection.range ?? [];
  const close = end - 1;
  const last = spanOf(collection.items.at(-1));
  if (last === undefined) {
    const commented = text.slice(open, close).includes('#');
    return [{ start: open + 1, end: commented ? open + 1 : close, text: entry }];
  }
  const comma = /^\s*,/.exec(text.slice(last.end, close))?.[0].length;
  const line = lineStart(text, close);
  if (line <= last.end || !isBlank(text.slice(line, close))) {
    const at = last.end + (comma ?? 0);
    return [{ start: at, end: at, text: comma === undefined ? `, ${entry}` : ` ${entry},` }];
  }
  const written = `${indentationAt(text, last.start)}${entry}${comma === undefined ? '' : ','}${eol}`;
  const separating = comma === undefined ? [{ start: last.end, end: last.end, text: ',' }] : [];
  return [...separating, { start: line, end: line, text: written }];
}
