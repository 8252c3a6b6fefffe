import type { Node } from '@babel/types';

/** Members of a node that hold no nodes, or comments only. */
const skipped = new Set(['type', 'start', 'end', 'loc', 'extra', 'comments', 'tokens', 'errors']);

/** The node and all below it, in the order of the text; without recursion. */
export function nodesIn(root: Node): Node[] {
  const found: Node[] = [];
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    const members = Array.isArray(next) ? next : membersOf(next as Node, found);
    for (let index = members.length - 1; index >= 0; index -= 1) waiting.push(members[index]);
  }
  return found;
}

/** Adds the node to those found. */
function membersOf(node: Node, found: Node[]): unknown[] {
  if (typeof node.type !== 'string') return [];
  found.push(node);
  const members: unknown[] = [];
  for (const name in node) if (!skipped.has(name)) members.push(node[name as keyof Node]);
  return members;
}

/** 1-based. */
export function lineOf(node: Node): number {
  return node.loc?.start.line ?? 1;
}
