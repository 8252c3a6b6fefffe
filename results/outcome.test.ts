import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RequirementResult } from '../fixtures/verdict/result.js';
import { type Judged, outcomeOf, worst } from './outcome.js';
import { sampleResult } from './sample-results.js';

const control = 'server/authz-request/code-roundtrip';

function outcome(requirements: RequirementResult[], declared: Partial<Judged> = {}) {
  return outcomeOf({ fails: [], warns: [], exactWarns: false, requirements, ...declared });
}

describe('outcome of a subject', () => {
  test('nothing wrong is 0', () => {
    assert.equal(outcome([sampleResult('server/a/b')]).exitCode, 0);
  });

  test('an undeclared failure is a finding, a declared one is as declared', () => {
    const failed = [sampleResult('server/a/b', { verdict: 'fail' })];
    assert.deepEqual(outcome(failed).undeclared, ['server/a/b']);
    assert.equal(outcome(failed).exitCode, 1);
    assert.equal(outcome(failed, { fails: [{ id: 'server/a/b' }] }).exitCode, 0);
  });

  test('a warning is red only where warnings are exact', () => {
    const warned = [sampleResult('server/a/b', { verdict: 'warn' })];
    assert.equal(outcome(warned).exitCode, 0);
    assert.equal(outcome(warned, { exactWarns: true }).exitCode, 1);
    assert.equal(outcome(warned, { exactWarns: true, warns: [{ id: 'server/a/b' }] }).exitCode, 0);
  });

  test('a declared warning does not excuse a failure', () => {
    const failed = [sampleResult('server/a/b', { verdict: 'fail' })];
    assert.equal(outcome(failed, { warns: [{ id: 'server/a/b' }] }).exitCode, 1);
  });

  for (const verdict of ['pass', 'warn'] as const) {
    test(`a declared failure that was decided as ${verdict} is stale`, () => {
      const { stale, exitCode } = outcome([sampleResult('server/a/b', { verdict })], {
        fails: [{ id: 'server/a/b' }],
      });
      assert.deepEqual(stale, ['server/a/b']);
      assert.equal(exitCode, 1);
    });
  }

  test('a declared warning that is missing is stale only where warnings are exact', () => {
    const passed = [sampleResult('server/a/b')];
    assert.equal(outcome(passed, { warns: [{ id: 'server/a/b' }] }).exitCode, 0);
    assert.equal(outcome(passed, { warns: [{ id: 'server/a/b' }], exactWarns: true }).exitCode, 1);
  });

  test('a declared row that was skipped or not run is undecided, not stale', () => {
    const skipped = [sampleResult('server/a/b', { verdict: 'skipped' }), sampleResult('server/a/c')];
    const { stale, undecided, exitCode } = outcome(skipped, {
      fails: [{ id: 'server/a/b' }, { id: 'server/z/z' }],
    });
    assert.deepEqual(stale, []);
    assert.deepEqual(undecided, ['server/a/b', 'server/z/z']);
    assert.equal(exitCode, 0);
  });

  test('a declared row that is inconclusive is not stale, and still not green', () => {
    const rows = [sampleResult('server/a/b', { verdict: 'inconclusive' }), sampleResult('server/a/c')];
    const { stale, exitCode } = outcome(rows, { fails: [{ id: 'server/a/b' }] });
    assert.deepEqual(stale, []);
    assert.equal(exitCode, 3);
  });

  test('skipping everything decides nothing', () => {
    assert.equal(outcome([sampleResult('server/a/b', { verdict: 'skipped' })]).exitCode, 3);
    assert.equal(outcome([]).exitCode, 3);
  });
});

describe('an inconclusive row', () => {
  const resting = sampleResult('server/a/b', { verdict: 'inconclusive', control });

  test('is 3, and a finding outweighs it', () => {
    assert.equal(outcome([resting, sampleResult('server/a/c')]).exitCode, 3);
    assert.equal(outcome([resting, sampleResult('server/a/c', { verdict: 'fail' })]).exitCode, 1);
  });

  test('is excused by its control that is a declared failure and did fail', () => {
    const rows = [resting, sampleResult(control, { verdict: 'fail' })];
    const { excused, exitCode } = outcome(rows, { fails: [{ id: control }] });
    assert.deepEqual(excused, ['server/a/b']);
    assert.equal(exitCode, 0);
  });

  test('is excused by a declared control that is not part of the run', () => {
    assert.equal(outcome([resting, sampleResult('server/a/c')], { fails: [{ id: control }] }).exitCode, 0);
  });

  test('is not excused by a declared control that was itself undecided: the server may just be down', () => {
    const rows = [resting, sampleResult(control, { verdict: 'inconclusive' })];
    assert.equal(outcome(rows, { fails: [{ id: control }] }).exitCode, 3);
  });

  test('is never excused when the harness crashed', () => {
    const rows = [{ ...resting, crashed: 'boom' }, sampleResult(control, { verdict: 'fail' })];
    const { crashed, exitCode } = outcome(rows, { fails: [{ id: control }] });
    assert.deepEqual(crashed, ['server/a/b']);
    assert.equal(exitCode, 3);
  });
});

test('a crash beside a verdict is not green', () => {
  const rows = [sampleResult('server/a/b', { verdict: 'fail', crashed: 'boom' })];
  assert.equal(outcome(rows, { fails: [{ id: 'server/a/b' }] }).exitCode, 3);
});

test('the whole is the worst of its subjects; a run of none decided nothing', () => {
  assert.equal(worst([0, 3, 1]), 1);
  assert.equal(worst([0, 3]), 3);
  assert.equal(worst([0, 0]), 0);
  assert.equal(worst([]), 3);
});

test('judging shards apart leaves a declaration undecided, and judging them together decides it', () => {
  const shards = [[sampleResult('server/a/b')], [sampleResult('server/a/c')]];
  const fails = [{ id: 'server/a/c' }];
  assert.deepEqual(outcome(shards[0] ?? [], { fails }).stale, []);
  assert.deepEqual(outcome(shards.flat(), { fails }).stale, ['server/a/c']);
});
