import type { Node } from '@babel/types';
import { nodesIn } from './nodes.js';

/** What a name stands for in the whole file, where that is beyond doubt. */
export type Constants = ReadonlyMap<string, Node>;

/**
 * Values of names that are bound once in the file, by `const`, and never written to. Scopes are not told apart: a name
 * that is bound twice anywhere is in doubt.
 */
export function constantsOf(nodes: readonly Node[]): Constants {
  const values = new Map<string, Node>();
  const bindings = new Map<string, number>();
  const doubtful = new Set<string>();
  const bind = (name: string): void => void bindings.set(name, (bindings.get(name) ?? 0) + 1);
  for (const node of nodes) {
    for (const name of boundNames(node)) bind(name);
    const written = writtenName(node);
    if (written !== undefined) doubtful.add(written);
    if (node.type !== 'VariableDeclaration' || node.kind !== 'const') continue;
    for (const { id, init } of node.declarations)
      if (id.type === 'Identifier' && init) values.set(id.name, init);
  }
  return new Map([...values].filter(([name]) => bindings.get(name) === 1 && !doubtful.has(name)));
}

function boundNames(node: Node): string[] {
  switch (node.type) {
    case 'VariableDeclarator':
      return patternNames(node.id);
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ObjectMethod':
    case 'ClassMethod':
    case 'ClassPrivateMethod': {
      const own = 'id' in node && node.id ? [node.id.name] : [];
      return [...own, ...node.params.flatMap((parameter) => patternNames(parameter))];
    }
    case 'ClassDeclaration':
    case 'ClassExpression':
    case 'TSEnumDeclaration':
      return node.id ? [node.id.name] : [];
    case 'CatchClause':
      return node.param ? patternNames(node.param) : [];
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return [node.local.name];
    default:
      return [];
  }
}

/** Names in a pattern: over-inclusive (defaults and keys count too), which only makes more names doubtful. */
function patternNames(pattern: Node): string[] {
  return nodesIn(pattern).flatMap((node) => (node.type === 'Identifier' ? [node.name] : []));
}

/** Methods that change the array they are called on. */
const changing = new Set([
  'push',
  'pop',
  'shift',
  'unshift',
  'splice',
  'sort',
  'reverse',
  'fill',
  'copyWithin',
]);
/** Methods of Object that change their first argument. */
const assigning = new Set(['assign', 'defineProperty', 'defineProperties', 'setPrototypeOf']);

/** The name whose value this changes: `x = …`, `x.y = …`, `delete x.y`, `x.push(…)`, `Object.assign(x, …)`. */
function writtenName(node: Node): string | undefined {
  if (node.type === 'AssignmentExpression') return rootName(node.left);
  if (node.type === 'UpdateExpression') return rootName(node.argument);
  if (node.type === 'UnaryExpression' && node.operator === 'delete') return rootName(node.argument);
  if (node.type === 'ForInStatement' || node.type === 'ForOfStatement') return rootName(node.left);
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const { object, property } = node.callee;
  const method = property.type === 'Identifier' ? property.name : '';
  if (changing.has(method)) return rootName(object);
  const [target] = node.arguments;
  return assigning.has(method) && target !== undefined ? rootName(target) : undefined;
}

function rootName(node: Node): string | undefined {
  let root = node;
  while (root.type === 'MemberExpression') root = root.object;
  return root.type === 'Identifier' ? root.name : undefined;
}
