import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { loadSubject } from '../../connection/load-subject.js';
import {
  contractVersion,
  declarableCapabilities,
  operations,
  ownWork,
} from '../../fixtures/drivers/contract.js';
import { fullSamples } from '../../fixtures/drivers/contract-samples.js';
import { ProofkeyProcess } from './proofkey-process.js';
import { readSource, root } from './sources.js';

const page = readSource('docs/testing-a-client.md');
/** Where this build lies: `dist`, in the package. */
const built = join(import.meta.dirname, '..', '..');
const examples = 'fixtures/clients/documented';
/** Debian's interpreter, for which it packages Authlib. */
const python = '/usr/bin/python3';

/** Contents of the fenced blocks in one language. */
function blocks(language: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))].map(([, text]) =>
    String(text),
  );
}

for (const [language, file] of [
  ['python', 'adapter.py'],
  ['js', 'adapter.mjs'],
] as const) {
  test(`the page shows ${file} as it is tested, and it is short`, () => {
    const source = readSource(`${examples}/${file}`);
    assert.deepEqual(blocks(language), [source]);
    assert.ok(source.split('\n').filter((line) => line.trim() !== '').length < 60);
  });
}

test('the JavaScript example speaks the contract', async (t) => {
  await assertSpeaks(t, ['--module', join(root, examples, 'adapter.mjs'), '--']);
});

test('the Python example speaks the contract', async (t) => {
  const { status } = spawnSync(python, ['-c', 'import authlib, requests']);
  if (status !== 0) return t.skip(`${python} has no Authlib (Debian: python3-authlib)`);
  await assertSpeaks(t, ['--', python, join(root, examples, 'adapter.py')]);
});

test('the page tells of every operation with its members, every capability and all own work', () => {
  for (const operation of operations) {
    const row = new RegExp(`^\\| \`${operation}\` \\|.*$`, 'm').exec(page)?.[0];
    assert.ok(row, operation);
    const { inputs, ok } = fullSamples[operation];
    const described = operation === 'hello' || operation === 'reset' ? page : row;
    for (const member of [...Object.keys(inputs), ...Object.keys(ok)])
      if (member !== 'result')
        assert.match(described, new RegExp(`\`${member}\\b`), `${operation}: ${member}`);
  }
  for (const name of [...declarableCapabilities, ...ownWork]) assert.ok(page.includes(`\`${name}\``), name);
});

test('the schema is published under the name that the page gives', () => {
  const { exports } = JSON.parse(readSource('package.json')) as { exports: Record<string, string> };
  const name = /`proofkey\/([\w.-]+\.schema\.json)`/.exec(page)?.[1];
  const [, path = ''] = /^\.\/dist\/(.*)$/.exec(exports[`./${name}`] ?? '') ?? [];
  const schema = JSON.parse(readFileSync(join(built, path), 'utf8')) as { $id: string };
  assert.equal(schema.$id, `urn:proofkey:driver-contract:${contractVersion}`);
});

test('every subject file on the page is one', (t) => {
  const files = blocks('yaml');
  assert.equal(files.length, 5);
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-docs-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [index, text] of files.entries()) {
    const file = join(folder, `${index}.yaml`);
    writeFileSync(file, text);
    assert.ok(loadSubject(file).subject.client?.driver, text);
  }
});

async function assertSpeaks(t: TestContext, words: string[]): Promise<void> {
  const run = await new ProofkeyProcess(t, ['driver-check', ...words]).finished();
  assert.equal(run.code, 0, run.stdout + run.stderr);
  assert.match(run.stdout, /✓ refresh/);
}
