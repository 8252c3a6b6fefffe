import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Verdict } from '../fixtures/verdict/verdict.js';
import { diffOf, type Seen, type SubjectDiff } from './diff.js';
import type { SubjectResults } from './run-results.js';
import { sampleResult, sampleRun, sampleSubject } from './sample-results.js';

const id = 'server/a/b';
const listNames = [
  'newFailures',
  'fixed',
  'stillFailing',
  'noLongerDecided',
  'newlyDecided',
  'newWarnings',
  'goneWarnings',
  'stillWarning',
  'flaky',
] as const;

function subject(verdict: Seen, changes: Partial<SubjectResults> = {}): SubjectResults {
  const rows = verdict === 'absent' ? [] : [sampleResult(id, { verdict: verdict as Verdict })];
  return sampleSubject([...rows, sampleResult('server/a/z')], changes);
}

function compared(before: SubjectResults, after: SubjectResults) {
  const diff = diffOf(sampleRun([before]), sampleRun([after]));
  const [only] = diff.subjects as [SubjectDiff];
  return { ...diff, only, lists: listNames.filter((name) => only[name].length > 0) };
}

describe('a requirement is told in one list, by its verdicts before and after', () => {
  const expected: Record<string, (typeof listNames)[number] | undefined> = {
    'pass pass': undefined,
    'pass fail': 'newFailures',
    'pass warn': 'newWarnings',
    'pass skipped': 'noLongerDecided',
    'pass inconclusive': 'noLongerDecided',
    'pass absent': 'noLongerDecided',
    'fail pass': 'fixed',
    'fail fail': 'stillFailing',
    'fail warn': 'newWarnings',
    'fail skipped': 'noLongerDecided',
    'fail absent': 'noLongerDecided',
    'warn pass': 'goneWarnings',
    'warn fail': 'newFailures',
    'warn warn': 'stillWarning',
    'warn inconclusive': 'noLongerDecided',
    'skipped fail': 'newFailures',
    'skipped pass': 'newlyDecided',
    'skipped warn': 'newWarnings',
    'skipped absent': undefined,
    'inconclusive skipped': undefined,
    'absent fail': 'newFailures',
    'absent pass': 'newlyDecided',
    'absent skipped': undefined,
  };
  const codes: Partial<Record<string, number>> = { newFailures: 1, noLongerDecided: 3 };
  for (const [verdicts, list] of Object.entries(expected))
    test(`${verdicts}: ${list ?? 'nowhere'}`, () => {
      const [before, after] = verdicts.split(' ') as [Seen, Seen];
      const { lists, only, exitCode } = compared(subject(before), subject(after));
      assert.deepEqual(lists, list === undefined ? [] : [list]);
      if (list !== undefined)
        assert.deepEqual([only[list][0]?.before, only[list][0]?.after], [before, after]);
      assert.equal(exitCode, codes[list ?? ''] ?? 0);
    });
});

test('a new failure that is declared is told, and is no finding', () => {
  const { only, exitCode } = compared(subject('pass'), subject('fail', { fails: [{ id }] }));
  assert.equal(only.newFailures[0]?.declared, 'fails');
  assert.equal(exitCode, 0);
});

test('an entry that has expired declares nothing', () => {
  const expired = subject('fail', { fails: [{ id, until: '2020-01-01' }] });
  const { only, exitCode } = compared(subject('pass'), expired);
  assert.deepEqual([only.newFailures[0]?.declared, only.newlyExpired, exitCode], [undefined, [id], 1]);
  assert.equal(compared(expired, expired).exitCode, 0);
});

test('a declaration that went stale is red once', () => {
  const stale = subject('pass', { fails: [{ id }] });
  const { only, exitCode } = compared(subject('fail', { fails: [{ id }] }), stale);
  assert.deepEqual([only.newlyStale, only.fixed.length, exitCode], [[id], 1, 1]);
  assert.equal(compared(stale, stale).exitCode, 0);
});

test('what is flaky in either run is told apart, and weighs nothing', () => {
  const flaky = { flaky: [{ id, reason: 'r' }] };
  for (const [before, after] of [
    [subject('pass', flaky), subject('fail')],
    [subject('pass'), subject('inconclusive', flaky)],
  ] as const) {
    const { lists, exitCode } = compared(before, after);
    assert.deepEqual([lists, exitCode], [['flaky'], 0]);
  }
  assert.deepEqual(compared(subject('fail', flaky), subject('fail', flaky)).lists, []);
});

test('subjects that came and went', () => {
  const [old, new_] = [sampleSubject([sampleResult(id)], { name: 'old' }), subject('fail', { name: 'new' })];
  const diff = diffOf(sampleRun([old]), sampleRun([new_]));
  assert.deepEqual(
    diff.subjects.map(({ name, presence }) => [name, presence]),
    [
      ['new', 'added'],
      ['old', 'removed'],
    ],
  );
  assert.equal(diff.exitCode, 1);
  assert.equal(diffOf(sampleRun([old]), sampleRun([])).exitCode, 3);
  assert.equal(diffOf(sampleRun([]), sampleRun([old])).exitCode, 0);
});

test('a severity that changed, and conditions that are not alike', () => {
  const rows = (severity: string) => [sampleResult(id, { severity })];
  const before = sampleRun([sampleSubject(rows('low'))], { strict: true });
  const after = sampleRun([sampleSubject(rows('high'), { against: ['oidc'] })], {
    tool: { name: 'proofkey', version: '9' },
    shard: { index: 1, count: 2 },
  });
  const diff = diffOf(before, after);
  assert.deepEqual(diff.subjects[0]?.changedSeverity, [{ id, before: 'low', after: 'high' }]);
  assert.deepEqual(diff.conditions, [
    'proofkey was of version 0.0.0 before, 9 now',
    'a violated SHOULD failed before, a violated SHOULD warned now',
    'the results are of the whole before, shard 1 of 2 now',
    'sample was graded by oauth2.0, and is by oidc',
  ]);
});

test('a run is no worse than itself', () => {
  const run = sampleRun([subject('fail'), subject('inconclusive', { name: 'b' })]);
  const { exitCode, conditions } = diffOf(run, run);
  assert.deepEqual([exitCode, conditions], [0, []]);
});
