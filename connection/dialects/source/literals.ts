import type {
  ArrayExpression,
  Node,
  ObjectExpression,
  ObjectMethod,
  ObjectProperty,
  SpreadElement,
} from '@babel/types';
import type { Constants } from './constants.js';
import { lineOf } from './nodes.js';
import { Computed, type Entry, SourceObject } from './values.js';

/** Reads values out of syntax trees. Nothing is run: what is no literal becomes `Computed`. */
export class Literals {
  readonly #constants: Constants;
  /** Values of names, each read once: constants that hold each other twice would take exponential time. */
  readonly #known = new Map<string, unknown>();

  constructor(constants: Constants) {
    this.#constants = constants;
  }

  /** Text, number, boolean, null, undefined, array, SourceObject or Computed. */
  valueOf(node: Node): unknown {
    switch (node.type) {
      case 'StringLiteral':
      case 'NumericLiteral':
      case 'BooleanLiteral':
        return node.value;
      case 'NullLiteral':
        return null;
      case 'TemplateLiteral':
        return node.expressions.length === 0
          ? (node.quasis[0]?.value.cooked ?? '')
          : new Computed(lineOf(node), 'a template with expressions in it');
      case 'ArrayExpression':
        return this.#arrayOf(node);
      case 'ObjectExpression':
        return this.#objectOf(node);
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
      case 'TSNonNullExpression':
        return this.valueOf(node.expression);
      case 'Identifier':
        return node.name === 'undefined' ? undefined : this.#named(node.name, lineOf(node));
      case 'MemberExpression':
        return this.#member(node, lineOf(node));
      default:
        return new Computed(lineOf(node), kinds[node.type] ?? 'an expression');
    }
  }

  #arrayOf({ elements, loc }: ArrayExpression): unknown {
    const items: unknown[] = [];
    for (const element of elements) {
      for (const item of this.#elements(element)) items.push(item);
      if (items.length > longestArray) return new Computed(loc?.start.line ?? 1, 'longer than any list here');
    }
    return items;
  }

  #elements(element: Node | null): unknown[] {
    if (element?.type !== 'SpreadElement') return [element === null ? undefined : this.valueOf(element)];
    const spread = this.valueOf(element.argument);
    return Array.isArray(spread) ? spread : [new Computed(lineOf(element), 'spread from elsewhere')];
  }

  #objectOf(node: ObjectExpression): SourceObject {
    const entries = new Map<string, Entry>();
    const unread: Computed[] = [];
    for (const property of node.properties) {
      const found = this.#property(property);
      if (found instanceof Computed) unread.push(found);
      else for (const [name, entry] of found) entries.set(name, entry);
    }
    return new SourceObject(entries, lineOf(node), unread);
  }

  #property(property: ObjectProperty | ObjectMethod | SpreadElement): Iterable<[string, Entry]> | Computed {
    const line = lineOf(property);
    if (property.type === 'SpreadElement') {
      const spread = this.valueOf(property.argument);
      if (spread instanceof SourceObject && spread.unread.length === 0) return spread.entries;
      return new Computed(line, 'spread from elsewhere');
    }
    const { key } = property;
    const name = !property.computed && key.type === 'Identifier' ? key.name : this.valueOf(key);
    if (typeof name !== 'string' && typeof name !== 'number')
      return new Computed(line, 'under a computed name');
    const value =
      property.type === 'ObjectMethod' ? new Computed(line, 'a function') : this.valueOf(property.value);
    return [[String(name), { value, line }]];
  }

  #named(name: string, line: number): unknown {
    const node = this.#constants.get(name);
    if (node === undefined) return new Computed(line, elsewhere);
    if (!this.#known.has(name)) {
      // A constant that refers to itself ends here.
      this.#known.set(name, new Computed(line, elsewhere));
      this.#known.set(name, this.valueOf(node));
    }
    return this.#known.get(name);
  }

  #member(node: Extract<Node, { type: 'MemberExpression' }>, line: number): unknown {
    const name = nameOfMember(node);
    const variable = name !== undefined && isEnvironment(node.object) ? name : undefined;
    if (variable !== undefined)
      return /^[A-Za-z_]\w*$/.test(variable)
        ? new Computed(line, `read from the environment (${variable})`, variable)
        : new Computed(line, 'read from the environment');
    const object = name === undefined ? undefined : this.valueOf(node.object);
    const entry =
      object instanceof SourceObject && object.unread.length === 0
        ? object.entries.get(name ?? '')
        : undefined;
    return entry === undefined ? new Computed(line, elsewhere) : entry.value;
  }
}

/** Spreads of spreads would fill the memory. */
const longestArray = 10_000;

const elsewhere = 'defined elsewhere, or changed by the program';

const kinds: Partial<Record<Node['type'], string>> = {
  CallExpression: 'the result of a call',
  OptionalCallExpression: 'the result of a call',
  NewExpression: 'the result of a call',
  AwaitExpression: 'the result of a call',
  ConditionalExpression: 'a choice that the program makes',
  LogicalExpression: 'a choice that the program makes',
  BinaryExpression: 'put together by the program',
  TaggedTemplateExpression: 'the result of a call',
  FunctionExpression: 'a function',
  ArrowFunctionExpression: 'a function',
  OptionalMemberExpression: elsewhere,
};

/** `NAME` of `x.NAME` and `x['NAME']`. */
function nameOfMember(node: Extract<Node, { type: 'MemberExpression' }>): string | undefined {
  const { property, computed } = node;
  if (!computed && property.type === 'Identifier') return property.name;
  return property.type === 'StringLiteral' ? property.value : undefined;
}

/** `process.env` or `import.meta.env`. */
function isEnvironment(node: Node): boolean {
  if (node.type !== 'MemberExpression' || nameOfMember(node) !== 'env') return false;
  return (
    node.object.type === 'MetaProperty' ||
    (node.object.type === 'Identifier' && node.object.name === 'process')
  );
}
