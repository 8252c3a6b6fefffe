// biome-ignore-all lint/suspicious/noTemplateCurlyInString: source text is what is under test.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseText } from './parse-text.js';
import { Source } from './source.js';
import { Computed, SourceObject } from './values.js';

/** Without the thread, which takes longer than all else here. */
function sourceOf(text: string): Source {
  const parsed = parseText({ text, jsx: [false] });
  assert.ok('program' in parsed);
  return new Source({ program: parsed.program });
}

/** What the first argument of `f(…)` says. */
function argumentOf(argument: string, before = ''): unknown {
  return plain(sourceOf(`${before}\nf(${argument})`).calls('f')[0]?.arguments[0]);
}

function plain(value: unknown): unknown {
  if (value instanceof Computed) return value.environment ?? `computed in line ${value.line}: ${value.kind}`;
  if (Array.isArray(value)) return value.map(plain);
  if (!(value instanceof SourceObject)) return value;
  return Object.fromEntries([...value.entries].map(([key, entry]) => [key, plain(entry.value)]));
}

describe('literals in source text', () => {
  for (const [text, value] of [
    [`'a'`, 'a'],
    ['`a\\n`', 'a\n'],
    ['1.5', 1.5],
    ['true', true],
    ['null', null],
    ['undefined', undefined],
    [`['a', ['b']]`, ['a', ['b']]],
    [`{ a: 1, 'b-c': 2, 3: 4, ['d']: 5 }`, { a: 1, 'b-c': 2, 3: 4, d: 5 }],
    [`{ a: 1, a: 2 }`, { a: 2 }],
    [`'a' as const`, 'a'],
    [`<const>'a'`, 'a'],
    [`({ a: 'b' } satisfies T)!`, { a: 'b' }],
    ['process.env.CLIENT_ID', 'CLIENT_ID'],
    [`process.env['CLIENT_ID']!`, 'CLIENT_ID'],
    ['import.meta.env.VITE_ID', 'VITE_ID'],
  ] as const)
    it(`${text} is ${JSON.stringify(value)}`, () => assert.deepEqual(argumentOf(text), value));

  for (const [text, kind] of [
    ['g()', 'the result of a call'],
    ['await g()', 'the result of a call'],
    ['`a${b}`', 'a template with expressions in it'],
    [`'a' + 'b'`, 'put together by the program'],
    ['a ? 1 : 2', 'a choice that the program makes'],
    [`process.env.A ?? 'secret'`, 'a choice that the program makes'],
    ['() => 1', 'a function'],
    ['x', 'defined elsewhere, or changed by the program'],
    ['x.y', 'defined elsewhere, or changed by the program'],
    ['[].length', 'defined elsewhere, or changed by the program'],
    ['-1', 'an expression'],
  ] as const)
    it(`${text} is ${kind}`, () => assert.equal(argumentOf(text), `computed in line 2: ${kind}`));

  const elsewhere = 'computed in line 2: defined elsewhere, or changed by the program';
  for (const [before, argument, value] of [
    [`const a = 'x';`, 'a', 'x'],
    [`export const a = { b: { c: ['x'] } } as const;`, 'a.b.c', ['x']],
    [`const a = ['x'], b = [...a, 'y'];`, 'b', ['x', 'y']],
    [`const a = { x: 1, y: 2 };`, '{ ...a, y: 3 }', { x: 1, y: 3 }],
    [`const a = 'x';`, '{ a }', { a: 'x' }],
    [`const a = ['x']; a.join(' ');`, 'a', ['x']],
    [`let a = 'x';`, 'a', elsewhere],
    [`var a = 'x';`, 'a', elsewhere],
    [`const a = 'x'; function g(a) {}`, 'a', elsewhere],
    [`const a = 'x'; { const a = 'y'; }`, 'a', elsewhere],
    [`const { a } = b;`, 'a', elsewhere],
    [`import { a } from './a.js';`, 'a', elsewhere],
    [`const a = { b: 'x' }; a.b = 'y';`, 'a.b', elsewhere],
    [`const a = { b: 'x' }; delete a.b;`, 'a.b', elsewhere],
    [`const a = { b: 'x' }; Object.assign(a, c);`, 'a.b', elsewhere],
    [`const a = { ...b, c: 'x' };`, 'a.c', elsewhere],
    [`const a = ['x']; a.push('y');`, 'a', elsewhere],
    [`const a = b; const b = a;`, 'a', elsewhere],
  ] as const)
    it(`${before} makes ${argument} ${JSON.stringify(value)}`, () =>
      assert.deepEqual(argumentOf(argument, before), value));

  it('spreads and computed keys are told beside what can be read', async () => {
    const source = sourceOf('f({ a: 1,\n...b,\n[c]: 2 })');
    const value = source.calls('f')[0]?.arguments[0];
    assert.ok(value instanceof SourceObject);
    assert.deepEqual([...value.entries.keys()], ['a']);
    assert.deepEqual(
      value.unread.map(({ line, kind }) => [line, kind]),
      [
        [2, 'spread from elsewhere'],
        [3, 'under a computed name'],
      ],
    );
  });
});

describe('what is found in source text', () => {
  it('calls by the name of the function, in the order of the text, with their lines', async () => {
    const source = await Source.parse(
      'a.ts',
      `f(1);\nlet x = a.b?.f(g(() => f(2)));\nf\`3\`;\nnew f(4); f?.(5); a['f'](6);`,
    );
    assert.deepEqual(
      source.calls('f').map(({ callee, line, arguments: [first] }) => [callee.join('.'), line, plain(first)]),
      [
        ['f', 1, 1],
        ['a.b.f', 2, 'computed in line 2: the result of a call'],
        ['f', 2, 2],
        ['f', 4, 5],
      ],
    );
  });

  it('nothing is run', async () => {
    const source = await Source.parse('a.js', `process.exit(7); throw new Error('run'); while (true) {}`);
    assert.equal(source.calls('exit').length, 1);
  });

  it('generics and JSX by the ending of the file', async () => {
    const texts: [file: string, text: string][] = [
      ['a.ts', 'const a = <T>(b: T) => f<T>(<T>b);'],
      ['a.tsx', 'const a = <T,>(b: T) => <p>{f(b)}</p>;'],
      ['a.js', 'const a = () => <p>{f(1)}</p>;'],
      ['a.mjs', 'export const a = f(1);'],
      ['a.cjs', 'return f(1);'],
      ['a.cts', 'import a = require("a"); f(1);'],
      ['a.ts', '@decorated() class A { @f() b!: string; accessor c = 1 }'],
    ];
    for (const [file, text] of texts) {
      const source = await Source.parse(file, text);
      assert.equal(source.calls('f').length, 1, text);
      assert.equal(source.brokenLine, undefined, text);
    }
  });
});
