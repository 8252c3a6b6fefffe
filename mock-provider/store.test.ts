import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BoundedMap } from './bounded-map.js';
import { Journal } from './journal.js';

test('a bounded map forgets its oldest entries, also after deletions and clear', () => {
  const map = new BoundedMap<number, number>(10);
  for (let i = 0; i < 1000; i++) {
    map.set(i, i);
    if (i % 3 === 0) map.delete(i);
  }
  assert.equal(map.size, 9);
  assert.deepEqual([...map.keys()].at(-1), 998);
  map.clear();
  for (let i = 0; i < 25; i++) map.set(i, i);
  assert.deepEqual([...map.keys()], [15, 16, 17, 18, 19, 20, 21, 22, 23, 24]);
  map.pin(0, 0);
  map.set(15, -1);
  map.set(25, 25);
  assert.equal(map.has(15), false);
  for (let i = 100; i < 1000; i++) map.set(i, i);
  assert.deepEqual([map.size, map.has(0), map.has(989), map.has(990)], [11, true, false, true]);
});

test('the journal keeps its newest entries and goes on counting', () => {
  const journal = new Journal(10);
  const entry = {
    at: 0,
    method: 'GET',
    path: '/',
    query: {},
    form: {},
    headers: {},
    status: 200,
    decidedBy: 'x',
  };
  for (let i = 0; i < 95; i++) journal.add(entry);
  assert.deepEqual(
    journal.entries().map(({ number }) => number),
    [86, 87, 88, 89, 90, 91, 92, 93, 94, 95],
  );
  journal.clear();
  journal.add(entry);
  assert.deepEqual(
    journal.entries().map(({ number }) => number),
    [96],
  );
});

test('no request makes a journal entry large', () => {
  const journal = new Journal();
  const many = new URLSearchParams(
    Array.from({ length: 5000 }, (_, i): [string, string] => [`p${i}`, 'x'.repeat(5000)]),
  );
  assert.ok(JSON.stringify(journal.redactedParameters(many)).length < 30_000);
});
