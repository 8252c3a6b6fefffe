import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RequirementResult } from '../fixtures/verdict/result.js';
import { declarationDifference } from './declaration-changes.js';
import type { SubjectResults } from './run-results.js';
import { sampleResult, sampleSubject } from './sample-results.js';

const id = 'server/a/b';
const expired = { id, until: '2020-01-01' };

function difference(
  verdict: RequirementResult['verdict'],
  changes: Partial<SubjectResults> = {},
  row: Partial<RequirementResult> = {},
) {
  const subject = sampleSubject([sampleResult(id, { verdict, ...row })], changes);
  const { add, remove } = declarationDifference(subject, '2026-06-15');
  return [...add.map(({ list }) => `+${list}`), ...remove.map(({ list, entry }) => `-${list} ${entry.id}`)];
}

test('what fails is declared, and what no longer does is not', () => {
  assert.deepEqual(difference('fail'), ['+fails']);
  assert.deepEqual(difference('pass', { fails: [{ id }] }), [`-fails ${id}`]);
  assert.deepEqual(difference('fail', { fails: [{ id }] }), []);
});

test('warnings are declared where they are exact', () => {
  assert.deepEqual(difference('warn'), []);
  assert.deepEqual(difference('warn', { exactWarns: true }), ['+warns']);
  assert.deepEqual(difference('pass', { warns: [{ id }] }), []);
  assert.deepEqual(difference('pass', { warns: [{ id }], exactWarns: true }), [`-warns ${id}`]);
});

test('what is of another verdict now moves', () => {
  assert.deepEqual(difference('fail', { warns: [{ id }] }), ['+fails', `-warns ${id}`]);
  assert.deepEqual(difference('warn', { fails: [{ id }], exactWarns: true }), ['+warns', `-fails ${id}`]);
  assert.deepEqual(difference('warn', { fails: [{ id }] }), [`-fails ${id}`]);
});

test('what was not decided stays', () => {
  for (const verdict of ['skipped', 'inconclusive'] as const)
    assert.deepEqual(difference(verdict, { fails: [{ id }], exactWarns: true }), []);
  assert.deepEqual(difference('pass', { fails: [{ id: 'server/z/z' }] }), []);
});

test('what has expired stays, whatever was found', () => {
  for (const verdict of ['fail', 'warn', 'pass'] as const)
    for (const list of ['fails', 'warns', 'flaky'])
      assert.deepEqual(difference(verdict, { [list]: [expired], exactWarns: true }), []);
});

test('what is flaky stays, and what crashed is not declared', () => {
  assert.deepEqual(difference('fail', { flaky: [{ id, reason: 'r' }] }), []);
  assert.deepEqual(difference('fail', {}, { crashed: 'boom' }), []);
});
