import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dialects } from '../../connection/dialects/index.js';
import { ruleCatalogue } from '../../connection/manifest/rule-catalogue.js';
import { profileNames } from '../../mock-provider/profile.js';
import { readCatalogue } from '../catalogue.js';
import { root } from './sources.js';

const page = readFileSync(join(root, 'docs', 'seeds.md'), 'utf8');

/** How many lines each seed has, contradictions after the statements. */
const counted: Record<string, number> = { J: 9, JC: 8, M: 13, MC: 9, P: 8, S: 12, SC: 13 };

const requirements = new Set(readCatalogue().map(({ id }) => id));
const known: Record<string, (name: string) => boolean> = {
  rule: (name) => ruleCatalogue.some(({ id }) => id === name),
  profile: (name) => profileNames().includes(name),
  dialect: (name) => name in dialects,
  manifest: (name) => existsSync(join(root, 'fixtures', 'connections', name)),
  test: (name) => existsSync(join(root, name)),
};

/** Rows of the tables: the number, and what stands in code in the last column. */
const rows = [...page.matchAll(/^\| ([A-Z]+\d+) \| .* \| (.*) \|$/gm)].map(
  ([, number = '', covered = '']) => ({
    number,
    references: [...covered.matchAll(/`([^`]+)`/g)].map(([, reference = '']) => reference),
  }),
);

test('every numbered line of the seeds is there once, with something that covers it', () => {
  const expected = Object.entries(counted).flatMap(([seed, count]) =>
    Array.from({ length: count }, (_, index) => `${seed}${index + 1}`),
  );
  const found = rows.map(({ number }) => number).filter((number) => !number.startsWith('Q'));
  assert.deepEqual(found.toSorted(), expected.toSorted());
  assert.deepEqual(
    rows.filter(({ references }) => references.length === 0),
    [],
  );
});

test('every reference is to something that exists', () => {
  const references = rows.flatMap(({ references }) => references);
  assert.ok(references.length > 100);
  assert.deepEqual(
    references.filter((reference) => !exists(reference)),
    [],
  );
});

test('the persona that the text names exists', () => assert.ok(exists('profile:jingle-broker')));

function exists(reference: string): boolean {
  const [, kind = '', name = ''] = /^(\w+):(.+)$/.exec(reference) ?? [];
  return kind === '' ? requirements.has(reference) : (known[kind]?.(name) ?? false);
}
