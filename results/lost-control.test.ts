import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ControlRun, RequirementResult } from '../fixtures/verdict/result.js';
import { withoutLostControls } from './lost-control.js';
import { sampleResult } from './sample-results.js';

const id = 'server/authz-request/code-roundtrip';

function negative(
  name: string,
  controls: ControlRun[],
  changes: Partial<RequirementResult> = {},
): RequirementResult {
  return sampleResult(`server/a/${name}`, { negative: true, control: id, controls, ...changes });
}

const run = (at: number, passed: boolean): ControlRun => ({
  id,
  when: 'after',
  passed,
  ...(passed ? {} : { message: '403' }),
  at,
});

function verdicts(results: RequirementResult[]): string[] {
  return withoutLostControls(results).map(({ verdict }) => verdict);
}

test('a control that was lost takes back every pass that rests on it, also the earlier ones', () => {
  const results = [
    negative('first', [run(1, true), run(2, true)]),
    negative('second', [run(3, true), run(4, false)], { verdict: 'inconclusive' }),
  ];
  assert.deepEqual(verdicts(results), ['inconclusive', 'inconclusive']);
  assert.match(withoutLostControls(results)[0]?.message ?? '', /stopped serving its correct client .* 403/);
});

test('the order of time counts, not that of the results', () => {
  assert.deepEqual(verdicts([negative('b', [run(9, true)]), negative('a', [run(5, false)])]), [
    'pass',
    'pass',
  ]);
});

test('a control that never passed takes nothing back: there is nothing to take', () => {
  assert.deepEqual(verdicts([negative('a', [run(1, false)], { verdict: 'inconclusive' })]), ['inconclusive']);
});

test('other controls, other verdicts and positive requirements are left alone', () => {
  const results = [
    negative('lost', [run(1, true), run(2, false)], { verdict: 'inconclusive' }),
    negative('other', [], { control: 'server/state/echo-exact' }),
    negative('failed', [], { verdict: 'fail' }),
    sampleResult('server/a/positive', { control: id }),
  ];
  assert.deepEqual(verdicts(results), ['inconclusive', 'pass', 'fail', 'pass']);
});

test('doing it twice changes nothing, so shards may be judged again', () => {
  const once = withoutLostControls([negative('a', [run(1, true), run(2, false)])]);
  assert.deepEqual(withoutLostControls(once), once);
});
