import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importsOf, sourcesIn } from './sources.js';

/** Each may import itself and what stands before it (DESIGN §3). */
const layers = ['connection', 'mock-provider', 'fixtures', 'suites', 'results', 'reports', 'cli'];

/** Tests stand above everything, and so do benchmarks and build steps. */
const isTest = (path: string) => path.endsWith('.test.ts') || path.startsWith('suites/self/');

const sources = layers.flatMap((layer) => sourcesIn(layer)).filter((path) => !isTest(path));
const imports = sources.flatMap((source) => importsOf(source).map((imported) => ({ source, imported })));
const layerOf = (path: string) => layers.indexOf(path.split('/')[0] as string);

test('imports follow the arrows', () => {
  assert.ok(imports.length > 200, 'imports were found');
  const upward = imports.filter(({ source, imported }) => layerOf(imported) > layerOf(source));
  assert.deepEqual(upward, []);
});

test('nothing imports from outside the layers', () => {
  assert.deepEqual(
    imports.filter(({ imported }) => layerOf(imported) === -1),
    [],
  );
});

test('suites never import code of the mock provider, so that a bug in both cannot hide itself', () => {
  const own = imports.filter(
    ({ source, imported }) => source.startsWith('suites/') && imported.startsWith('mock-provider/'),
  );
  assert.deepEqual(own, []);
});

test('fixtures know the mock provider by its front door only', () => {
  const inside = imports.filter(
    ({ source, imported }) =>
      source.startsWith('fixtures/') &&
      imported.startsWith('mock-provider/') &&
      imported !== 'mock-provider/index.js',
  );
  assert.deepEqual(inside, []);
});

test('an area of requirements does not import from another', () => {
  const crossing = imports.filter(
    ({ source, imported }) => source.endsWith('.spec.ts') && /\.spec\.js$/.test(imported),
  );
  assert.deepEqual(crossing, []);
});
