import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withLateUses } from './late-use.js';
import { sampleResult } from './sample-results.js';

const use = {
  requirement: 'client/a/refused',
  expected: 'no use of the code',
  received: 'POST /token carrying it',
};

test('a refused value that turns up in another test makes the refusal fail, and nothing else', () => {
  const refused = sampleResult('client/a/refused');
  const later = sampleResult('client/b/later', { lateUses: [use] });
  const [first, second] = withLateUses([refused, later]);
  assert.equal(first?.verdict, 'fail');
  assert.equal(first?.message, 'expected no use of the code; received POST /token carrying it');
  assert.deepEqual(first?.findings.at(-1), {
    verdict: 'fail',
    expected: use.expected,
    received: use.received,
  });
  assert.equal(second?.verdict, 'pass');
});

test('without one nothing changes', () => {
  const results = [sampleResult('client/a/refused'), sampleResult('client/b/later')];
  assert.deepEqual(withLateUses(results), results);
});
