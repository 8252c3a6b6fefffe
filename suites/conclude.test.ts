import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestInfo } from '@playwright/test';
import { Judge } from '../fixtures/verdict/judge.js';
import type { RequirementResult } from '../fixtures/verdict/result.js';
import { OverBudget } from '../fixtures/verdict/verdict.js';
import { ExchangeLog } from '../fixtures/wire/exchange-log.js';
import { Spending } from '../fixtures/wire/spending.js';
import { conclude, type Trial } from './conclude.js';
import { detailsOf, requirement } from './requirement.js';

const details = requirement({
  level: 'MUST',
  severity: 'high',
  tier: 'core',
  clauses: ['RFC 6749 §1'],
  attack: 'None.',
  threats: [],
  tested: 'T.',
  fix: 'F.',
  needs: [],
  negative: false,
});

/** What Playwright knows of a test that has ended so; `expectsFailure` once it was told to. */
function ended(status: TestInfo['status'], ...messages: string[]) {
  const info = {
    file: '/anywhere/suites/server/a/b.spec.js',
    title: 'T',
    status,
    timeout: 1000,
    errors: messages.map((message) => ({ message })),
    annotations: [...(details.annotation as [])],
    attachments: [] as { body: Buffer }[],
    expectsFailure: false,
    fail: () => {
      info.expectsFailure = true;
    },
  };
  return info;
}

async function concluded(info: ReturnType<typeof ended>, changes: Partial<Trial>) {
  const log = new ExchangeLog();
  const trial: Trial = {
    planned: {
      name: 'sample',
      folder: '.',
      subject: { version: 1, against: [], fails: [], warns: [] },
      faults: [],
      fails: [],
      warns: [],
      exactWarns: false,
      requirements: [],
      budget: { ledger: 'ledger.jsonl', patienceSeconds: 60 },
    },
    details: detailsOf(details.annotation as []),
    log,
    judge: new Judge({ against: [], strict: false, level: 'MUST' }, log),
    controls: [],
    started: 0,
    reached: true,
    clientOutput: '',
    lateUses: [],
    spending: undefined,
    ...changes,
  };
  let thrown: unknown;
  await conclude(trial, info as unknown as TestInfo).catch((error: unknown) => {
    thrown = error;
  });
  const body = info.attachments[0]?.body.toString() ?? '';
  return { result: JSON.parse(body) as RequirementResult, thrown };
}

test('a test that ran and saw nothing wrong passes', async () => {
  const { result, thrown } = await concluded(ended('passed'), {});
  assert.deepEqual([result.verdict, result.crashed, thrown], ['pass', undefined, undefined]);
});

/** Playwright calls it passed: where a fixture of the worker is broken, the tests after the first are left out silently. */
test('a test that was never run is no pass, and red', async () => {
  const { result, thrown } = await concluded(ended('passed'), { reached: false });
  assert.deepEqual([result.verdict, result.crashed], ['inconclusive', 'the test was never run']);
  assert.ok(thrown instanceof Error);
});

test('a test that the budget ended is skipped, and no failure to Playwright', async () => {
  const spending = new Spending(0);
  spending.sent(0);
  const reason = 'budget: needs at least 2 requests, 1 was left of 1 in 900 s (connection.auth.rateLimit)';
  spending.stop(new OverBudget(reason));
  const info = ended('failed', `OverBudget: ${reason}`);
  const { result, thrown } = await concluded(info, { spending });
  assert.deepEqual(
    [result.verdict, result.message, result.crashed, thrown],
    ['skipped', reason, undefined, undefined],
  );
  assert.equal(info.expectsFailure, true);
  assert.deepEqual(result.spent, { needs: 1, before: 0, test: 0, after: 0, waitedMs: 0, refused: 0 });
});

test('the evidence of a finding leads up to the exchange that decided, and ends with the last ones', async () => {
  const log = new ExchangeLog();
  const judge = new Judge({ against: [], strict: false, level: 'MUST' }, log);
  const call = (step: number) => ({ method: 'GET', url: `http://127.0.0.1/step/${step}`, headers: {} });
  const answer = { url: '', status: 200, headerLines: [], body: '' };
  for (let step = 0; step < 20; step++) log.add(call(step), answer, 1);
  assert.throws(() => judge.fail({ expected: 'a refusal', received: 'a token' }));
  for (let step = 20; step < 60; step++) log.add(call(step), answer, 1);
  const { result } = await concluded(ended('passed'), { log, judge });
  const steps = result.evidence.map(({ url }) => Number(url.split('/').at(-1)));
  assert.deepEqual(steps.slice(0, 8), [12, 13, 14, 15, 16, 17, 18, 19]);
  assert.equal(steps.at(-1), 59);
  assert.equal(result.evidence[result.findings[0]?.exchange ?? -1]?.url, 'http://127.0.0.1/step/19');
});
