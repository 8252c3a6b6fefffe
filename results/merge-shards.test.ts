import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RequirementResult } from '../fixtures/verdict/result.js';
import { MergeError, mergeShards, type ReadRun } from './merge-shards.js';
import type { RunResults, SubjectResults } from './run-results.js';
import { sampleResult, sampleRun, sampleSubject } from './sample-results.js';

const planned = ['server/a/b', 'server/a/c'];
const passed = (id: string) => sampleResult(id);
const failed = (id: string) => sampleResult(id, { verdict: 'fail' });

type SubjectChanges = Partial<Omit<SubjectResults, 'outcome'>>;

/** Shard `index` of two, of a subject with two requirements. */
function part(
  index: number,
  requirements: RequirementResult[],
  changes: SubjectChanges = {},
  run: Partial<RunResults> = {},
): ReadRun {
  const subject = sampleSubject(requirements, { file: 'a.yaml', planned, ...changes });
  return { path: `shard-${index}`, run: sampleRun([subject], { shard: { index, count: 2 }, ...run }) };
}

const merge = (...parts: ReadRun[]) => mergeShards(parts);

function refused(words: RegExp, ...parts: ReadRun[]): void {
  assert.throws(
    () => mergeShards(parts),
    (error) => error instanceof MergeError && words.test(error.message),
  );
}

describe('the shards of a run', () => {
  test('are one run, in the order of ids, and no part any more', () => {
    const run = merge(part(2, [passed('server/a/c')]), part(1, [passed('server/a/b')]));
    const [subject] = run.subjects;
    assert.deepEqual(
      subject?.requirements.map(({ id }) => id),
      planned,
    );
    assert.equal('shard' in run, false);
    assert.equal('planned' in (subject ?? {}), false);
    assert.equal(run.exitCode, 0);
  });

  test('are as red as the worst of them', () => {
    assert.equal(merge(part(1, [failed('server/a/b')]), part(2, [passed('server/a/c')])).exitCode, 1);
    const declared = { fails: [{ id: 'server/a/b' }] };
    const run = merge(part(1, [failed('server/a/b')], declared), part(2, [passed('server/a/c')], declared));
    assert.equal(run.exitCode, 0);
    assert.equal(run.subjects[0]?.requirements[0]?.declared, 'fails');
  });

  test('show together which declaration is stale or expired', () => {
    for (const entry of [{ id: 'server/a/c' }, { id: 'server/z/z', until: '2020-01-01' }]) {
      const parts = [
        part(1, [passed('server/a/b')], { fails: [entry] }),
        part(2, [passed('server/a/c')], { fails: [entry] }),
      ];
      assert.deepEqual(
        parts.map(({ run }) => run.subjects[0]?.outcome.exitCode),
        [0, 0],
      );
      assert.equal(mergeShards(parts).exitCode, 1);
    }
  });

  test('that all skipped decided nothing', () => {
    const skipped = (id: string) => sampleResult(id, { verdict: 'skipped' });
    assert.equal(merge(part(1, [skipped('server/a/b')]), part(2, [skipped('server/a/c')])).exitCode, 3);
  });

  test('take back what another one disproves', () => {
    const use = { requirement: 'server/a/b', expected: 'no use', received: 'a use' };
    const late = merge(
      part(1, [passed('server/a/b')]),
      part(2, [sampleResult('server/a/c', { lateUses: [use] })]),
    );
    assert.deepEqual(late.subjects[0]?.outcome.undeclared, ['server/a/b']);
    const control = 'server/x/y';
    const negative = (id: string, at: number, ok: boolean) =>
      sampleResult(id, {
        negative: true,
        control,
        verdict: ok ? 'pass' : 'inconclusive',
        controls: [{ id: control, when: 'after', passed: ok, at }],
      });
    const lost = merge(
      part(1, [negative('server/a/b', 1, true)]),
      part(2, [negative('server/a/c', 2, false)]),
    );
    assert.deepEqual(lost.subjects[0]?.outcome.inconclusive, planned);
  });

  test('add up what they took, and keep what each said', () => {
    const limit = { requests: 20, perSeconds: 900 };
    const budget = { limit, requests: 7, refused: 1, waitedMs: 20, skipped: 0 };
    const uncovered = sampleResult('server/a/c', { verdict: 'skipped', message: 'budget: needs 2 requests' });
    const run = merge(
      part(
        1,
        [passed('server/a/b')],
        { diagnosis: ['one', 'both'] },
        { durationMs: 1000, harness: ['boom'] },
      ),
      part(
        2,
        [uncovered],
        { diagnosis: ['both', 'two'], budget },
        { durationMs: 500, startedAt: '2026-06-15T11:00:00.000Z' },
      ),
    );
    assert.deepEqual(run.subjects[0]?.diagnosis, ['one', 'both', 'two']);
    assert.deepEqual(run.subjects[0]?.budget, { ...budget, skipped: 1 });
    assert.deepEqual([run.durationMs, run.startedAt], [1500, '2026-06-15T11:00:00.000Z']);
    assert.deepEqual([run.harness, run.exitCode], [['shard 1 of 2: boom'], 3]);
  });

  test('of which one was ended are ended', () => {
    const ended = part(2, [passed('server/a/c')], {}, { exitCode: 130 });
    assert.equal(merge(part(1, [passed('server/a/b')]), ended).exitCode, 130);
  });

  test('may be one', () => {
    const alone = part(
      1,
      [passed('server/a/b'), passed('server/a/c')],
      {},
      { shard: { index: 1, count: 1 } },
    );
    assert.equal(merge(alone).exitCode, 0);
  });
});

describe('a shard that is missing', () => {
  test('is named, and never green, though nothing failed', () => {
    const run = merge(part(2, [passed('server/a/c')]));
    assert.equal(run.exitCode, 3);
    assert.match(run.harness.join(), /shard 1 of 2 is missing, so 1 of the requirements/);
  });

  test('does not make a finding any less', () => {
    assert.equal(merge(part(2, [failed('server/a/c')])).exitCode, 1);
  });

  test('leaves declarations undecided, also when the result is looked at again', () => {
    const run = merge(part(2, [passed('server/a/c')], { fails: [{ id: 'server/a/c' }] }));
    assert.deepEqual(run.subjects[0]?.outcome.stale, []);
    assert.deepEqual(run.subjects[0]?.planned, planned);
  });
});

describe('what is no part of one run is refused:', () => {
  const first = () => part(1, [passed('server/a/b')]);
  const second = (changes: SubjectChanges = {}, run: Partial<RunResults> = {}) =>
    part(2, [passed('server/a/c')], changes, run);

  test('a whole run', () => {
    const whole = { path: 'whole', run: sampleRun([sampleSubject([passed('server/a/b')])]) };
    refused(/^whole: .*whole run/, first(), whole);
  });

  test('one requirement in two', () => {
    refused(
      /^shard-2: has server\/a\/b of sample, and so has shard-1/,
      first(),
      part(2, [passed('server/a/b')]),
    );
  });

  test('one shard twice, even an empty one', () => {
    refused(/shard 1.*Give each shard once/, first(), { ...part(1, []), path: 'copy' });
  });

  test('other versions, options, subjects and declarations', () => {
    const cases: [RegExp, ReadRun][] = [
      [/differ in the version of proofkey/, second({}, { tool: { name: 'proofkey', version: '9.9.9' } })],
      [/differ in the number of shards/, second({}, { shard: { index: 2, count: 3 } })],
      [/differ in --strict/, second({}, { strict: true })],
      [/differ in their subjects/, second({ file: 'b.yaml' })],
      [/differ in their subjects/, second({ meets: { client: 'a', profile: 'b' } })],
      [/differ in how they grade/, second({ against: ['oidc'] })],
      [/differ in what is declared/, second({ fails: [{ id: 'server/a/b' }] })],
      [/differ in what was to be judged/, second({ planned: ['server/a/c'] })],
    ];
    for (const [words, other] of cases) refused(words, first(), other);
  });

  test('a requirement that nobody planned, and one that nobody judged', () => {
    refused(/which was not to be judged/, first(), part(2, [passed('server/a/z')]));
    refused(/server\/a\/c was to be judged, and no shard has it/, first(), part(2, []));
  });

  test('a shard beyond the last', () => {
    refused(/shard 3 of 2/, part(3, [], {}, { shard: { index: 3, count: 2 } }));
  });
});
