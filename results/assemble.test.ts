import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlannedSubject } from '../fixtures/plan.js';
import { assemble } from './assemble.js';
import { sampleResult } from './sample-results.js';

const results = [
  sampleResult('server/a/passed'),
  sampleResult('server/a/skipped', { verdict: 'skipped', message: 'cfg.login: no login is described' }),
  sampleResult('server/a/uncovered', {
    verdict: 'skipped',
    message: 'budget: needs up to 2 requests, 1 was left',
  }),
  sampleResult('server/a/quoted', { verdict: 'inconclusive', message: 'budget: said the server' }),
];
const spent = { requests: 7, refused: 1, waitedMs: 20 };
const rateLimit = { requests: 20, perSeconds: 900 };

function assembled(auth: object, given: { spent?: typeof spent } = { spent }) {
  const planned: PlannedSubject = {
    name: 'sample',
    folder: '.',
    subject: {
      version: 1,
      against: ['oauth2.0'],
      connection: { id: 'a', provider: 'b', title: 'c', auth: { type: 'oauth', ...auth } },
      fails: [],
      warns: [],
    },
    faults: [],
    fails: [],
    warns: [],
    exactWarns: false,
    requirements: results.map(({ id }) => id),
  };
  return assemble({
    planned,
    file: 'a.yaml',
    diagnosis: [],
    results,
    catalogue: [],
    cutShort: '',
    day: '2026-06-15',
    ...given,
  });
}

test('a declared rate limit is told with what was spent of it, and what it did not cover', () => {
  assert.deepEqual(assembled({ rateLimit }).budget, { limit: rateLimit, ...spent, skipped: 1 });
});

test('nothing is told where none is declared, or nothing was kept to it', () => {
  assert.equal('budget' in assembled({}), false);
  assert.equal('budget' in assembled({ rateLimit }, {}), false);
});
