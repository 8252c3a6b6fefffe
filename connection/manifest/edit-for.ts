/** Fixes as changes of the text that leave comments, order, quotes and line ends as they are. */
import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parse,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Fix } from '../rules/rule.js';
import { keyOf } from '../source-positions.js';
import type { Path } from '../subject-file-error.js';

/** `text` takes the place of what stands from offset `start` to before `end`. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The text with these changes, none of which overlap. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  let at = 0;
  const parts = [...edits]
    .sort((a, b) => a.start - b.start)
    .map((edit) => {
      const part = text.slice(at, edit.start) + edit.text;
      at = edit.end;
      return part;
    });
  return parts.join('') + text.slice(at);
}

type Range = Pick<Edit, 'start' | 'end'>;
type Collection = YAMLMap | YAMLSeq;

interface Found {
  parent: Collection;
  index: number;
  /** What stands at the path: the value of a mapping's entry, the item of a list. */
  node: Node;
}

/**
 * The change that a fix comes to; undefined where it cannot be made alone: an alias would change what stands elsewhere,
 * a comment in between would be lost, a block that ends up empty would be nothing at all.
 */
export function editFor(document: Document.Parsed, source: string, path: Path, fix: Fix): Edit | undefined {
  const found = find(document, path);
  if (found === undefined) return undefined;
  if ('remove' in fix) {
    const range = found.parent.flow === true ? flowEntry(found, source) : blockEntry(found, source);
    return range === undefined ? undefined : { ...range, text: '' };
  }
  const range = rangeOf(found.node);
  if (!isScalar(found.node) || range === undefined) return undefined;
  const text = written(fix.replaceWith, found.node);
  return text === undefined ? undefined : { ...range, text };
}

/** Aliases and merge keys are not followed, and nothing below an anchor is found. */
function find(document: Document.Parsed, path: Path): Found | undefined {
  let found: Found | undefined;
  let node: unknown = document.contents;
  for (const step of path) {
    if ((!isMap(node) && !isSeq(node)) || node.anchor !== undefined) return undefined;
    const parent: Collection = node;
    const index = isMap(parent)
      ? parent.items.findIndex((pair) => keyOf(pair) === String(step))
      : Number(step);
    const item: unknown = parent.items[index];
    node = isPair(item) ? item.value : item;
    if (!isNode(node)) return undefined;
    found = { parent, index, node };
  }
  return found;
}

/** The text of a value. One with an anchor or a tag is not touched: others may rely on it. */
function rangeOf(node: Node): Range | undefined {
  const { range } = node;
  if (!range || ((isScalar(node) || isCollection(node)) && (node.anchor ?? node.tag) !== undefined))
    return undefined;
  return { start: range[0], end: range[1] };
}

/** A fix holds YAML. What it says is written as the present value is: with its quotes, or without. */
function written(replacement: string, { type }: Scalar): string | undefined {
  const value: unknown = parse(replacement);
  if (typeof value !== 'string') return replacement;
  if (type === Scalar.QUOTE_SINGLE) return `'${value.replaceAll("'", "''")}'`;
  if (type === Scalar.PLAIN && /^[a-z/][\w./:@%?=&~+-]*[\w/]$/i.test(value)) return value;
  return type === Scalar.PLAIN || type === Scalar.QUOTE_DOUBLE ? JSON.stringify(value) : undefined;
}

/** The entry with the comma that it leaves behind. */
function flowEntry({ parent, index }: Found, source: string): Range | undefined {
  const entry = entryRange(parent, index);
  const [before, after] = [entryRange(parent, index - 1), entryRange(parent, index + 1)];
  if (entry === undefined) return undefined;
  const range = after
    ? { start: entry.start, end: after.start }
    : { start: before?.end ?? entry.start, end: entry.end };
  const removed = source.slice(range.start, range.end);
  const between = removed.replace(source.slice(entry.start, entry.end), '');
  if (between.includes('#')) return undefined;
  if (after !== undefined || before !== undefined) return range;
  // The last one of all: a comma behind it would stand alone.
  const comma = /^\s*,/.exec(source.slice(entry.end))?.[0] ?? '';
  return { start: entry.start, end: entry.end + comma.length };
}

/** The lines of the entry, with a comment at their end. */
function blockEntry({ parent, index }: Found, source: string): Range | undefined {
  const entry = entryRange(parent, index);
  if (entry === undefined || parent.items.length === 1) return undefined;
  const start = source.lastIndexOf('\n', entry.start - 1) + 1;
  const marker = isSeq(parent) ? /^ *- +$/ : /^ *$/;
  if (!marker.test(source.slice(start, entry.start))) return undefined;
  // A block that is an entry ends where the next line begins.
  if (source[entry.end - 1] === '\n') return { start, end: entry.end };
  const rest = /^[ \t]*(#[^\n]*)?\r?(\n|$)/.exec(source.slice(entry.end))?.[0];
  return rest === undefined ? undefined : { start, end: entry.end + rest.length };
}

function entryRange(parent: Collection, index: number): Range | undefined {
  const item: unknown = parent.items[index];
  if (!isPair(item)) return isNode(item) ? rangeOf(item) : undefined;
  const { key, value } = item as Pair;
  const first = isNode(key) ? rangeOf(key) : undefined;
  const last = isNode(value) ? rangeOf(value) : undefined;
  return first && last && { start: first.start, end: last.end };
}
