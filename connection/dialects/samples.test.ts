import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Connection } from '../subject.js';
import { validateShape } from '../validate-shape.js';
import { importConnection } from './import-connection.js';
import { dialects } from './index.js';
import { renderManifest } from './render-manifest.js';

// Beside the sources: what is compiled holds no source text of other products.
const folder = fileURLToPath(new URL('../../../fixtures/connections/dialects/', import.meta.url));
const ending = '.manifest.yaml';
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
const samples = files.filter((path) => !path.endsWith(ending));

/** `github.ts.txt` is source text that our own compiler must not see; people call it `github.ts`. */
function nameOf(path: string): string {
  return basename(path).replace(/\.txt$/, '');
}

function expectedOf(path: string): string {
  return join(dirname(path), `${nameOf(path).replace(/\..*$/, '')}${ending}`);
}

describe('samples of each dialect', () => {
  it('are there, each with its manifest and no other', () => {
    assert.deepEqual(
      [...new Set(samples.map((path) => basename(dirname(path))))].sort(),
      Object.keys(dialects).sort(),
    );
    assert.deepEqual(files.filter((path) => path.endsWith(ending)).sort(), samples.map(expectedOf).sort());
  });

  for (const path of samples) {
    it(`${basename(dirname(path))}/${basename(path)} becomes its manifest`, async () => {
      const imported = await importConnection(readFileSync(path, 'utf8'), { file: nameOf(path) });
      assert.equal(imported.dialect, basename(dirname(path)));
      assert.equal(renderManifest(imported, nameOf(path)), readFileSync(expectedOf(path), 'utf8'));
    });

    it(`${basename(expectedOf(path))} of ${basename(dirname(path))} fits the schema, and holds no secret`, () => {
      const text = readFileSync(expectedOf(path), 'utf8');
      const manifest = parse(text) as { connection?: Connection; connections?: Connection[] };
      const connections = manifest.connections ?? [manifest.connection];
      for (const connection of connections)
        assert.deepEqual(validateShape({ version: 1, connection }).objections, []);
      assert.doesNotMatch(text, /not-to-be-copied/);
    });
  }
});
