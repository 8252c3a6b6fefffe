import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import type { Path } from './subject-file-error.js';

export interface Place {
  line: number;
  column: number;
}

/**
 * Offset of what stands at `path`, or of its nearest ancestor in the text: the key of a mapping's entry, the first
 * character of a list's item. Aliases and merge keys lead to where the text was written, since that is what to edit.
 */
export function positionOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const step of path) {
    const parent = isAlias(node) ? node.resolve(document) : node;
    if (isMap(parent)) {
      const pair = entryOf(document, parent, String(step));
      if (pair === undefined) return offset;
      offset = isNode(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else {
      const item: unknown = isSeq(parent) && typeof step === 'number' ? parent.items[step] : undefined;
      if (!isNode(item)) return offset;
      offset = item.range?.[0] ?? offset;
      node = item;
    }
  }
  return offset;
}

function entryOf(document: Document, map: YAMLMap, key: string): Pair | undefined {
  const own = map.items.find((pair) => keyOf(pair) === key);
  if (own !== undefined) return own;
  // A list of merged mappings: the earlier one wins.
  for (const pair of map.items.filter((entry) => keyOf(entry) === '<<')) {
    const value = isAlias(pair.value) ? pair.value.resolve(document) : pair.value;
    for (const source of isSeq(value) ? value.items : [value]) {
      const merged = isAlias(source) ? source.resolve(document) : source;
      const found = isMap(merged) ? entryOf(document, merged, key) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** The key as the data has it, or undefined when it is not plain text. */
export function keyOf(pair: Pair): string | undefined {
  if (!isScalar(pair.key)) return undefined;
  if (typeof pair.key.value === 'symbol') return pair.key.value.description;
  return String(pair.key.value ?? '');
}
