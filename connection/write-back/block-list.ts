/** Items of a list with dashes, taken out of a text and added to it. */
import type { CST, Pair, YAMLSeq } from 'yaml';
import type { Edit } from '../manifest/edit-for.js';
import { NotChangeable } from './not-changeable.js';
import {
  columnOf,
  commentsAbove,
  commentsBelow,
  endOfLastLine,
  isBlank,
  lineStart,
  type Span,
  spanOf,
} from './spans.js';

/** A key and the list under it. */
export type ListPair = Pair<unknown, YAMLSeq>;

/** Takes an item out, with the comments that are its own. A list that ends up empty becomes `[]`. */
export function withoutBlockItem(text: string, pair: ListPair, index: number): Edit[] {
  const list = listOf(pair);
  const gone = { ...linesOf(text, list, index), text: '' };
  if (list.items.length > 1) return [gone];
  const colon = colonOf(pair) + 1;
  return [{ start: colon, end: colon, text: ' []' }, gone];
}

/** Offset at which the next item begins: behind the last one, and behind comments below it that are no less indented. */
export function endOfBlock(text: string, pair: ListPair): number {
  const list = listOf(pair);
  const { end } = linesOf(text, list, list.items.length - 1);
  const column = dashColumn(text, pair);
  // Below a list that is not indented, such a comment may be about the next key.
  return column === 0 ? end : commentsBelow(text, end, (at) => at >= column);
}

/** Column of the dashes, from 0. */
export function dashColumn(text: string, pair: ListPair): number {
  return columnOf(text, dashOf(listOf(pair), 0));
}

/** Offset of the colon between key and list. */
export function colonOf({ srcToken }: ListPair): number {
  return offsetOf(srcToken?.sep ?? [], 'map-value-ind');
}

function listOf({ value }: ListPair): YAMLSeq {
  if (value === null) throw new NotChangeable('no list stands under the key');
  return value;
}

/** The lines of an item and its own comments: those right above it, and deeper ones right below. */
function linesOf(text: string, list: YAMLSeq, index: number): Span {
  const dash = dashOf(list, index);
  const begin = lineStart(text, dash);
  if (!isBlank(text.slice(begin, dash))) throw new NotChangeable('the item does not begin its line');
  const column = dash - begin;
  const end = endOfLastLine(text, spanOf(list.items[index]) ?? { start: dash, end: dash + 1 });
  return {
    start: commentsAbove(text, begin, column),
    end: commentsBelow(text, end, (at) => at > column),
  };
}

function dashOf({ srcToken }: YAMLSeq, index: number): number {
  const items = srcToken?.type === 'block-seq' ? srcToken.items : [];
  return offsetOf(items[index]?.start ?? [], 'seq-item-ind');
}

function offsetOf(tokens: readonly CST.SourceToken[], wanted: CST.SourceToken['type']): number {
  const token = tokens.find(({ type }) => type === wanted);
  if (token === undefined) throw new NotChangeable(`no ${wanted} is written there`);
  return token.offset;
}
