import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Verdict } from '../fixtures/verdict/verdict.js';
import { diffOf } from './diff.js';
import { sampleResult, sampleRun, sampleSubject } from './sample-results.js';

const schema = JSON.parse(readFileSync(new URL('diff.schema.json', import.meta.url), 'utf8')) as object;
const ajv = new Ajv2020({ strict: true, allErrors: true });
const validate = ajv.compile(schema);

const verdicts: Verdict[] = ['pass', 'fail', 'warn', 'skipped', 'inconclusive'];
const pairs = verdicts.flatMap((before) =>
  verdicts.map((after) => ({ id: `server/${before}/${after}`, before, after })),
);
const [last, first] = [
  { id: 'server/gone/x', until: '2026-01-01' },
  { id: 'server/stale/x', reason: 'r' },
];

const before = sampleRun([
  sampleSubject(
    [...pairs.map(({ id, before }) => sampleResult(id, { verdict: before })), sampleResult('server/gone/x')],
    { flaky: [{ id: 'server/pass/warn', reason: 'r' }] },
  ),
  sampleSubject([sampleResult('client/a/b')], { name: 'left' }),
]);
const after = sampleRun(
  [
    sampleSubject(
      [
        ...pairs.map(({ id, after }) => sampleResult(id, { verdict: after, severity: 'low', message: 'm' })),
        sampleResult('server/gone/x', { verdict: 'fail' }),
        sampleResult('server/stale/x'),
      ],
      { fails: [last, first, { id: 'server/fail/fail' }] },
    ),
    sampleSubject([sampleResult('client/a/b', { verdict: 'fail' })], { name: 'come' }),
  ],
  { strict: true },
);
const diff = diffOf(before, after);

test('the schema takes a comparison in which everything happened', () => {
  const [subject] = diff.subjects;
  assert.ok(subject !== undefined);
  for (const [list, entries] of Object.entries(subject))
    if (Array.isArray(entries))
      assert.ok(entries.length > 0, `${list} is empty, and nothing shows its shape`);
  assert.ok(validate(JSON.parse(JSON.stringify(diff))), ajv.errorsText(validate.errors));
});

test('the schema refuses what it does not describe', () => {
  const [subject] = diff.subjects;
  const wrong = [
    { ...diff, extra: true },
    { ...diff, exitCode: 2 },
    { ...diff, subjects: [{ ...subject, fixed: undefined }] },
    { ...diff, subjects: [{ ...subject, fixed: [{ id: 'server/a/b' }] }] },
    { ...diff, subjects: [{ ...subject, newlyStale: ['no path'] }] },
  ];
  for (const one of wrong) assert.equal(validate(JSON.parse(JSON.stringify(one))), false);
});
