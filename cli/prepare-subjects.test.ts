import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { CatalogueEntry } from '../suites/catalogue.js';
import { type PreparedSubject, prepareSubjects, type Selection } from './prepare-subjects.js';
import { UsageError } from './usage-error.js';

const ids = ['client/state/fresh', 'resource/bearer/absent', 'server/code/single-use'];
const catalogue = ids.map((id): CatalogueEntry => {
  const [role = '', area = ''] = id.split('/');
  const texts = { title: 'a', clauses: [], attack: 'a', tested: 'a', fix: 'a' };
  return {
    id,
    role,
    area,
    ...texts,
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    threats: [],
    needs: [],
    negative: false,
  };
});

function prepared(files: string[], selection: Partial<Selection> = {}): PreparedSubject[] {
  const all: Selection = { only: [], tier: 'core', against: undefined, interactive: false };
  return prepareSubjects(files, { ...all, ...selection }, catalogue);
}

/** Writes files below a temporary folder, and returns it. */
function folderWith(t: TestContext, files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-prepare-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, section] of Object.entries(files)) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'subject.yaml'), `version: 1\n${section}\n`);
  }
  return folder;
}

function refused(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    assert.ok(error instanceof UsageError, String(error));
    return error.message;
  }
  assert.fail('it was not refused');
}

const adapter = 'client: { driver: { stdio: [a] } }';

test('without a file: the mock and the reference client, each by its own half', () => {
  const rows = prepared([]).map(({ name, file, requirements }) => ({ name, file, requirements }));
  assert.deepEqual(rows, [
    { name: 'mock', file: undefined, requirements: ids.slice(1) },
    { name: 'reference', file: undefined, requirements: ids.slice(0, 1) },
  ]);
});

test('without a file: only the one that the chosen requirements are about', () => {
  const names = (only: string) => prepared([], { only: [only] }).map(({ name }) => name);
  assert.deepEqual(names('client/**'), ['reference']);
  assert.deepEqual(names('resource/**'), ['mock']);
});

test('each section enables its suites, and relative paths start from the folder of the file', (t) => {
  const folder = folderWith(t, { both: `server: { mock: {} }\n${adapter}`, one: adapter });
  const files = ['both', 'one'].map((name) => relative(process.cwd(), join(folder, name, 'subject.yaml')));
  const [both, one] = prepared(files);
  assert.deepEqual(both?.requirements, ids);
  assert.deepEqual(one?.requirements, ids.slice(0, 1));
  assert.deepEqual([both?.folder, one?.folder], [join(folder, 'both'), join(folder, 'one')]);
  assert.deepEqual([both?.name, one?.name], ['both', 'one']);
});

test('a client without driver is driven by hand, or refused with both ways out', (t) => {
  const file = join(folderWith(t, { a: 'client: {}' }), 'a', 'subject.yaml');
  assert.match(
    refused(() => prepared([file])),
    /subject\.yaml:2:1 client\.driver: .*stdio.*--interactive/,
  );
  const [subject] = prepared([file], { interactive: true });
  assert.deepEqual(subject?.subject.client?.driver, { interactive: {} });
});

test('interactive without a client to drive', (t) => {
  const file = join(folderWith(t, { a: 'server: { mock: {} }' }), 'a', 'subject.yaml');
  assert.match(
    refused(() => prepared([file], { interactive: true })),
    /"client" section, and there is none/,
  );
  assert.match(
    refused(() => prepared([], { interactive: true })),
    /needs a subject file/,
  );
});

test('two clients cannot have the mock at one port', (t) => {
  const at = (url: string) => `client: { driver: { stdio: [a] }, issuer: "${url}" }`;
  const sections = {
    a: at('http://127.0.0.1:9000/a'),
    b: at('http://127.0.0.1:9001'),
    c: at('http://localhost:9000'),
  };
  const folder = folderWith(t, sections);
  const files = Object.keys(sections).map((name) => join(folder, name, 'subject.yaml'));
  assert.match(
    refused(() => prepared(files)),
    /c.subject\.yaml:2:\d+ client\.issuer: .*a.subject\.yaml/,
  );
  assert.equal(prepared(files.slice(0, 2)).length, 2);
});
