import type { CallExpression, Node, ObjectExpression } from '@babel/types';
import { constantsOf } from './constants.js';
import { Literals } from './literals.js';
import { lineOf, nodesIn } from './nodes.js';
import { type ParsedSource, parseSource } from './parse-source.js';
import { SourceObject } from './values.js';

/** A call in source text: its literal arguments, and where it stands. */
export interface SourceCall {
  /** `[window, charmiq, oauth, register]`; the last is the function. */
  callee: readonly string[];
  arguments: unknown[];
  line: number;
}

/** JavaScript or TypeScript text, read without being run. */
export class Source {
  /** Line of a syntax error that was passed over. */
  readonly brokenLine: number | undefined;
  readonly #nodes: readonly Node[];
  readonly #literals: Literals;

  constructor({ program, brokenLine }: ParsedSource) {
    this.#nodes = nodesIn(program);
    this.#literals = new Literals(constantsOf(this.#nodes));
    this.brokenLine = brokenLine;
  }

  /** Throws ImportError. */
  static async parse(file: string, text: string): Promise<Source> {
    return new Source(await parseSource(file, text));
  }

  /** Each call of a function of this name, in the order of the text. */
  calls(name: string): SourceCall[] {
    return this.#nodes.flatMap((node): SourceCall[] => {
      if (node.type !== 'CallExpression' && node.type !== 'OptionalCallExpression') return [];
      const callee = pathOf(node.callee);
      if (callee.at(-1) !== name) return [];
      return [{ callee, arguments: this.#argumentsOf(node.arguments), line: lineOf(node) }];
    });
  }

  /** Each object literal that has this key, in the order of the text. */
  objectsWith(key: string): SourceObject[] {
    return this.#nodes.flatMap((node) => {
      if (node.type !== 'ObjectExpression' || !hasKey(node, key)) return [];
      const object = this.#literals.valueOf(node);
      return object instanceof SourceObject ? [object] : [];
    });
  }

  #argumentsOf(nodes: CallExpression['arguments']): unknown[] {
    return nodes.map((node) => this.#literals.valueOf(node));
  }
}

function hasKey(node: ObjectExpression, key: string): boolean {
  return node.properties.some((property) => property.type !== 'SpreadElement' && keyOf(property) === key);
}

function keyOf(property: Extract<Node, { type: 'ObjectProperty' | 'ObjectMethod' }>): string | undefined {
  const { key, computed } = property;
  if (!computed && key.type === 'Identifier') return key.name;
  return key.type === 'StringLiteral' ? key.value : undefined;
}

/** `a.b?.c` as its names; empty for what is no such path. */
function pathOf(node: Node): string[] {
  if (node.type === 'Identifier') return [node.name];
  if (node.type === 'TSNonNullExpression') return pathOf(node.expression);
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return [];
  const { property } = node;
  if (property.type !== 'Identifier' || node.computed) return [];
  return [...pathOf(node.object), property.name];
}
