import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectionRules } from '../rules/index.js';
import { subjectRules } from '../subject-rules/index.js';
import { ruleCatalogue } from './rule-catalogue.js';

const ids = ruleCatalogue.map(({ id }) => id);

test('each id is there once, and reads like a file name', () => {
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.match(id, /^[a-z]+(-[a-z]+)*$/);
});

test('every rule is there', () => {
  const missing = [...Object.keys(connectionRules), ...Object.keys(subjectRules)].filter(
    (id) => !ids.includes(id),
  );
  assert.deepEqual(missing, []);
});

test('each says in one sentence what it demands', () => {
  for (const { id, demands } of ruleCatalogue) {
    assert.match(demands, /^[`A-Za-z].{20,}\.$/, id);
    assert.doesNotMatch(demands, /[|\n]/, id);
  }
});

test('each says in one sentence what to write instead', () => {
  for (const { id, remedy } of ruleCatalogue) {
    assert.match(remedy, /^[A-Z].{10,}\.$/, id);
    assert.doesNotMatch(remedy, /[`|\n]/, id);
  }
});

test('clauses are written as those of requirements are', () => {
  const clauses = ruleCatalogue.flatMap(({ clause }) => clause ?? []);
  assert.ok(clauses.length > 10);
  for (const clause of clauses) assert.match(clause, /§|RFC|Appendix/);
});
