import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RequirementResult } from '../fixtures/verdict/result.js';
import { exitCodeOf, type Judged, outcomeOf, worst } from './outcome.js';
import { sampleResult, sampleSubject } from './sample-results.js';

const day = '2026-06-15';
const control = 'server/authz-request/code-roundtrip';

function outcome(requirements: RequirementResult[], declared: Partial<Judged> = {}) {
  return outcomeOf({ fails: [], warns: [], flaky: [], exactWarns: false, requirements, ...declared }, day);
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

describe('a declaration whose last day is over', () => {
  const expired = [{ id: 'server/a/b', until: '2026-06-14' }];
  const other = sampleResult('server/a/c');

  test('is red whatever the verdict, also of a requirement that is no part of the run', () => {
    for (const verdict of ['pass', 'fail', 'warn', 'skipped', 'inconclusive'] as const) {
      const found = outcome([sampleResult('server/a/b', { verdict }), other], { fails: expired });
      assert.deepEqual([found.expired, found.exitCode], [['server/a/b'], 1], verdict);
    }
    assert.equal(outcome([other], { fails: expired }).exitCode, 1);
    assert.equal(outcome([other], { warns: expired }).exitCode, 1);
  });

  test('no longer excuses what fails, nor what rests on it', () => {
    const rows = [
      sampleResult('server/a/b', { verdict: 'fail' }),
      sampleResult('server/a/d', { verdict: 'inconclusive', control: 'server/a/b' }),
    ];
    const { undeclared, excused, inconclusive } = outcome(rows, { fails: expired });
    assert.deepEqual([undeclared, excused, inconclusive], [['server/a/b'], [], ['server/a/d']]);
  });

  test('counts on its last day, by the day of the run', () => {
    const rows = [sampleResult('server/a/b', { verdict: 'fail' })];
    const judged = { warns: [], flaky: [], exactWarns: false, requirements: rows };
    const fails = [{ id: 'server/a/b', until: day }];
    assert.equal(outcomeOf({ ...judged, fails }, day).exitCode, 0);
    assert.equal(outcomeOf({ ...judged, fails }, '2026-06-16').exitCode, 1);
  });
});

describe('a flaky requirement', () => {
  const flaky = [{ id: 'server/a/b', reason: 'r' }];
  const decided = sampleResult('server/a/c');

  for (const verdict of ['pass', 'fail', 'warn', 'skipped', 'inconclusive'] as const)
    test(`is neither finding nor stale nor undecided as ${verdict}`, () => {
      const rows = [sampleResult('server/a/b', { verdict }), decided];
      const { exitCode, ...lists } = outcome(rows, { flaky, exactWarns: true });
      assert.equal(exitCode, 0);
      assert.deepEqual(Object.values(lists).flat(), []);
    });

  test('still shows a crash of the harness', () => {
    const rows = [sampleResult('server/a/b', { verdict: 'inconclusive', crashed: 'boom' }), decided];
    const { crashed, exitCode } = outcome(rows, { flaky });
    assert.deepEqual([crashed, exitCode], [['server/a/b'], 3]);
  });

  test('decides nothing: where nothing else was decided, nothing was', () => {
    assert.equal(outcome([sampleResult('server/a/b')], { flaky }).exitCode, 3);
  });

  test('counts again when its last day is over', () => {
    const rows = [sampleResult('server/a/b', { verdict: 'fail' }), decided];
    const found = outcome(rows, { flaky: [{ id: 'server/a/b', reason: 'r', until: '2026-06-14' }] });
    assert.deepEqual([found.undeclared, found.expired], [['server/a/b'], ['server/a/b']]);
  });

  test('does not excuse what rests on it', () => {
    const rows = [
      sampleResult('server/a/b', { verdict: 'fail' }),
      sampleResult('server/a/d', { verdict: 'inconclusive', control: 'server/a/b' }),
    ];
    assert.deepEqual(outcome(rows, { flaky }).inconclusive, ['server/a/d']);
  });
});

describe('a part', () => {
  const planned = ['server/a/b', 'server/a/c'];

  test('is red for what fails in it', () => {
    const rows = [sampleResult('server/a/b', { verdict: 'fail' })];
    assert.equal(outcome(rows, { planned }).exitCode, 1);
    assert.equal(outcome(rows, { planned, fails: [{ id: 'server/a/b' }] }).exitCode, 0);
  });

  test('leaves every declaration to the whole', () => {
    const fails = [{ id: 'server/a/b' }, { id: 'server/a/c', until: '2020-01-01' }];
    const found = outcome([sampleResult('server/a/b')], { planned, fails });
    assert.deepEqual([found.stale, found.expired, found.exitCode], [[], [], 0]);
    assert.deepEqual(found.undecided.sort(), planned);
  });

  test('may decide nothing, and even hold nothing', () => {
    assert.equal(outcome([], { planned }).exitCode, 0);
    assert.equal(outcome([sampleResult('server/a/b', { verdict: 'skipped' })], { planned }).exitCode, 0);
    assert.equal(outcome([sampleResult('server/a/b', { verdict: 'inconclusive' })], { planned }).exitCode, 3);
  });
});

test('trouble of the harness is never green, and a finding outweighs it', () => {
  const green = sampleSubject([sampleResult('server/a/b')]);
  const red = sampleSubject([sampleResult('server/a/b', { verdict: 'fail' })]);
  assert.equal(exitCodeOf([green], []), 0);
  assert.equal(exitCodeOf([green], ['boom']), 3);
  assert.equal(exitCodeOf([green, red], ['boom']), 1);
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
