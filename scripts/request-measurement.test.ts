import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type CountedName,
  type RequestCounts,
  type RequestCountTable,
  readRequestCounts,
} from '../suites/request-counts.js';
import { measure } from './request-measurement.js';

for (const name of ['all', 'token'] as const)
  test(`the table of requests (${name}) is what the suites send; else: npm run measure-requests`, async () => {
    const measured: RequestCountTable = { requirements: {}, controls: {} };
    await measure(measured, name);
    assert.deepEqual(only(measured, name), only(readRequestCounts(), name));
  });

function only(table: RequestCountTable, name: CountedName): Record<string, Record<string, number>> {
  return Object.fromEntries(
    Object.entries(table).map(([list, entries]: [string, Record<string, RequestCounts>]) => [
      list,
      Object.fromEntries(Object.entries(entries).map(([id, counts]) => [id, counts[name] ?? 0])),
    ]),
  );
}
