import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inBudgetOrder } from './budget-order.js';
import { readCatalogue } from './catalogue.js';
import { knownRequests } from './request-counts.js';
import { severities } from './requirement.js';

const judged = readCatalogue().filter(({ role }) => role !== 'client');
const ordered = inBudgetOrder(judged, ['token']);

test('all are there, the most severe first', () => {
  assert.deepEqual(ordered.map(({ id }) => id).sort(), judged.map(({ id }) => id).sort());
  const ranks = ordered.map(({ severity }) => severities.indexOf(severity));
  assert.deepEqual(
    ranks,
    [...ranks].sort((a, b) => a - b),
  );
});

test('within a severity those that rest on one control, as one client, follow each other', () => {
  const groups = ordered.map(({ severity, control, client }) => `${severity} ${control} ${client}`);
  const begun = groups.filter((group, index) => group !== groups[index - 1]);
  assert.deepEqual(begun, [...new Set(groups)]);
});

test('of those, what needs little comes first', () => {
  const same = ordered.filter(
    ({ severity, control, client }) =>
      severity === 'critical' && control === 'server/authz-request/code-roundtrip' && client === undefined,
  );
  const counts = same.map(({ id }) => knownRequests('requirements', id, ['token']));
  assert.ok(counts.length > 3);
  assert.deepEqual(
    counts,
    [...counts].sort((a, b) => a - b),
  );
});

test('the order does not depend on the one before', () => {
  assert.deepEqual(inBudgetOrder([...judged].reverse(), ['token']), ordered);
});

/** Under a budget they share a file, in which Playwright wants each title once. */
test('no two requirements have one title', () => {
  const titles = readCatalogue().map(({ title }) => title);
  assert.deepEqual(
    titles.filter((title, index) => titles.indexOf(title) !== index),
    [],
  );
});
