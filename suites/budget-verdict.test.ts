import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Judge } from '../fixtures/verdict/judge.js';
import { OverBudget, Throttled, type Verdict } from '../fixtures/verdict/verdict.js';
import { ExchangeLog } from '../fixtures/wire/exchange-log.js';
import { Spending } from '../fixtures/wire/spending.js';
import { budgetVerdict } from './budget-verdict.js';

const reason = 'budget: needs at least 2 requests, 1 was left of 20 in 900 s (connection.auth.rateLimit)';

function trialThatSaw(verdict: Verdict) {
  const judge = new Judge({ against: [], strict: false, level: 'MUST' }, new ExchangeLog());
  const observation = { expected: 'this', received: 'that' };
  if (verdict === 'fail') assert.throws(() => judge.fail(observation));
  if (verdict === 'warn') judge.warn(observation);
  return { judge, spending: new Spending(10_000) };
}

describe('a requirement that runs dry', () => {
  for (const verdict of ['pass', 'warn'] as const)
    test(`is skipped, though it would ${verdict} by what it had seen`, () => {
      const trial = trialThatSaw(verdict);
      trial.spending.stop(new OverBudget(reason));
      // Even where something caught the error.
      assert.deepEqual(budgetVerdict(trial, { errors: [] }), { verdict: 'skipped', message: reason });
    });

  test('fails for a violation that it had seen', () => {
    const trial = trialThatSaw('fail');
    trial.spending.stop(new OverBudget(reason));
    assert.equal(budgetVerdict(trial, { errors: [] }), undefined);
    assert.equal(trial.judge.verdict(), 'fail');
  });

  test('before it could begin is skipped, too', () => {
    const errors = [{ message: `OverBudget: ${reason}` }];
    const { judge } = trialThatSaw('pass');
    assert.deepEqual(budgetVerdict({ judge, spending: undefined }, { errors }), {
      verdict: 'skipped',
      message: reason,
    });
  });
});

describe('a requirement that met 429', () => {
  test('is undecided where nothing helped', () => {
    const trial = trialThatSaw('pass');
    trial.spending.stop(new Throttled('the server answered 429'));
    trial.spending.stop(new OverBudget(reason));
    assert.deepEqual(budgetVerdict(trial, { errors: [] }), {
      verdict: 'inconclusive',
      message: 'the server answered 429',
    });
  });

  test('does not fail for what followed', () => {
    const trial = trialThatSaw('fail');
    trial.spending.refused = 2;
    const decided = budgetVerdict(trial, { errors: [] });
    assert.equal(decided?.verdict, 'inconclusive');
    assert.match(decided?.message ?? '', /expected this; received that; not held against .* 429 2 times/);
    assert.equal(trial.judge.verdict(), 'inconclusive');
  });

  test('passes where it could be waited out', () => {
    const trial = trialThatSaw('pass');
    trial.spending.refused = 1;
    assert.equal(budgetVerdict(trial, { errors: [] }), undefined);
  });
});

test('without a rate limit nothing changes', () => {
  for (const verdict of ['pass', 'warn', 'fail'] as const) {
    const { judge } = trialThatSaw(verdict);
    const errors = [{ message: 'Inconclusive: no answer' }];
    assert.equal(budgetVerdict({ judge, spending: undefined }, { errors }), undefined);
  }
});
