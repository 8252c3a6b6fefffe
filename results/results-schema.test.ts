import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { sampleResult, sampleRun, sampleSubject } from './sample-results.js';

const schema = JSON.parse(readFileSync(new URL('results.schema.json', import.meta.url), 'utf8')) as object;
const ajv = new Ajv2020({ strict: true, allErrors: true });
// The package is CommonJS: its function is the default export's default.
formats.default(ajv);
const validate = ajv.compile(schema);

const exchange = {
  from: 'client' as const,
  to: 'authorization server' as const,
  method: 'POST',
  url: 'http://127.0.0.1/token',
  requestHeaders: { accept: 'application/json' },
  requestBody: 'code=<code:00000000>',
  status: 200,
  responseHeaders: [['content-type', 'application/json'] as [string, string]],
  responseBody: '{}',
  durationMs: 3,
};

const full = sampleResult('server/a/b', {
  verdict: 'fail',
  declared: 'fails',
  control: 'server/authz-request/code-roundtrip',
  message: 'expected a; received b',
  findings: [
    { verdict: 'fail', expected: 'a', received: 'b', variant: 'v', exchange: 0, unavailable: true },
    {
      verdict: 'warn',
      expected: 'a',
      received: 'b',
      drift: {
        field: 'connection.auth.x',
        declared: 'a',
        advertised: 'b',
        observed: 'a',
        instead: 'a',
        place: 'a.yaml:1:1',
      },
    },
  ],
  notes: ['a note'],
  controls: [{ id: 'c', when: 'before', passed: false, message: 'no', at: 1 }],
  evidence: [
    exchange,
    { ...exchange, status: 0, error: 'refused' },
    { ...exchange, from: 'user agent', to: 'client', status: 0, outcome: 'rejected (state_mismatch)' },
  ],
  clientOutput: 'a line\n',
  lateUses: [{ requirement: 'client/a/b', expected: 'a', received: 'b' }],
  crashed: 'boom',
  spent: { needs: 0, before: 1, test: 2, after: 1, waitedMs: 500, refused: 0 },
});

const rateLimit = { requests: 2, perSeconds: 1, burst: 10, counts: ['token' as const] };
const budget = { limit: rateLimit, requests: 4, refused: 0, waitedMs: 500, skipped: 0 };

test('the schema takes what a run writes', () => {
  const declared = { id: 'server/a/b', reason: 'r', owner: 'o', until: '2027-01-01' };
  const run = sampleRun(
    [sampleSubject([full], { file: 'a.yaml', fails: [declared], diagnosis: ['d'], budget })],
    {
      harness: ['h'],
      exitCode: 3,
    },
  );
  assert.ok(validate(JSON.parse(JSON.stringify(run))), ajv.errorsText(validate.errors));
});

test('the schema takes a part, what is flaky, and what is declared for personas', () => {
  const flaky = [{ id: 'client/a/b', reason: 'r', profile: ['slack', 'notion'], place: 'a.yaml:1:1' }];
  const rows = [sampleResult('client/a/b', { declared: 'flaky' })];
  const subject = sampleSubject(rows, { flaky, planned: ['client/a/b', 'client/a/c'] });
  const run = sampleRun([subject], { shard: { index: 1, count: 2 } });
  assert.ok(validate(JSON.parse(JSON.stringify(run))), ajv.errorsText(validate.errors));
});

test('the schema refuses what it does not describe', () => {
  const wrong = [
    { ...sampleRun([]), extra: true },
    { ...sampleRun([]), exitCode: 2 },
    sampleRun([sampleSubject([sampleResult('no-path')])]),
    sampleRun([sampleSubject([sampleResult('server/a/b', { verdict: 'passed' as 'pass' })])]),
  ];
  for (const run of wrong) assert.equal(validate(JSON.parse(JSON.stringify(run))), false);
});
