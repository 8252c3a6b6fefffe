import { type Document, isNode, type Node, visit, type YAMLMap } from 'yaml';
import { keyOf } from './source-positions.js';
import { quote } from './subject-file-error.js';
import type { OffsetProblem } from './yaml-documents.js';

/** Resolving an alias costs a look at each anchor; nobody writes this many by hand. */
const maximumAliases = 1000;

/** What the YAML grammar allows and our files do not: the first such thing, in the order of the text. */
export function structureProblem(document: Document.Parsed): OffsetProblem | undefined {
  const anchors = new Map<string, Node>();
  let aliases = 0;
  let problem: OffsetProblem | undefined;
  const check = (found: OffsetProblem | undefined): symbol | undefined => {
    problem = found;
    return found === undefined ? undefined : visit.BREAK;
  };
  visit(document, {
    Alias: (_key, alias) => {
      aliases += 1;
      return check(aliasProblem(alias.source, offsetOf(alias), anchors, aliases));
    },
    Value: (_key, node) => {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
      return undefined;
    },
    Map: (_key, map) => {
      if (map.anchor !== undefined) anchors.set(map.anchor, map);
      return check(keyProblem(map));
    },
  });
  return problem;
}

function aliasProblem(
  name: string,
  offset: number,
  anchors: ReadonlyMap<string, Node>,
  aliases: number,
): OffsetProblem | undefined {
  if (aliases > maximumAliases) {
    const message = `there are more than ${maximumAliases} aliases, which would exhaust the memory. Write the repeated parts out`;
    return { rule: 'size-limit', offset, message };
  }
  const shown = quote(`*${name}`);
  const source = anchors.get(name);
  if (source === undefined) {
    const message = `the alias ${shown} has no anchor before it, so its value is unknown. Write "&${name}" at the value that it repeats`;
    return { rule: 'yaml-alias', offset, message };
  }
  if (offset > offsetOf(source) && offset < (source.range?.[1] ?? 0)) {
    const message = `the alias ${shown} stands inside the value that it repeats, which therefore never ends. Remove it`;
    return { rule: 'yaml-alias', offset, message };
  }
  return undefined;
}

function keyProblem(map: YAMLMap): OffsetProblem | undefined {
  const seen = new Set<string>();
  for (const pair of map.items) {
    const offset = isNode(pair.key) ? offsetOf(pair.key) : offsetOf(map);
    const key = keyOf(pair);
    if (key === undefined) {
      const message =
        'a key is a list, a mapping or an alias, and no field is called so. Write the key as plain text';
      return { rule: 'yaml-syntax', offset, message };
    }
    if (seen.has(key)) {
      const message = `the key ${quote(key)} stands twice in one mapping, and only one of the two values could count. Remove one`;
      return { rule: 'duplicate-key', offset, message };
    }
    seen.add(key);
  }
  return undefined;
}

function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
