import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Judge } from '../../../fixtures/verdict/judge.js';
import { ExchangeLog } from '../../../fixtures/wire/exchange-log.js';
import { disagreement, said, verifyField } from './drift.js';

/** Who is wrong, for what each of the three says; `-` says nothing. */
const rows: [declared: string, advertised: string, observed: string, wrong: string | undefined][] = [
  ['a', 'a', 'a', undefined],
  ['a', '-', 'a', undefined],
  ['a', 'a', '-', undefined],
  ['-', 'a', 'a', undefined],
  ['a', 'b', 'b', 'manifest'],
  ['a', 'a', 'b', 'manifest'],
  ['a', 'b', 'c', 'manifest'],
  ['a', '-', 'b', 'manifest'],
  ['a', 'b', '-', 'manifest'],
  ['a', 'b', 'a', 'metadata'],
  ['-', 'a', 'b', 'metadata'],
  ['a', '-', '-', 'unconfirmed'],
  ['-', 'a', '-', 'unconfirmed'],
  ['-', '-', 'a', 'unconfirmed'],
  ['-', '-', '-', 'unconfirmed'],
];

const voice = (value: string) => said(value === '-' ? undefined : value);

test('what the server does counts most, then what it says of itself', () => {
  for (const [declared, advertised, observed, wrong] of rows) {
    const columns = { declared: voice(declared), advertised: voice(advertised), observed: voice(observed) };
    assert.equal(disagreement(columns), wrong, `${declared} ${advertised} ${observed}`);
  }
});

test('where a value is from makes no difference', () => {
  const declared = said('form', 'by default');
  assert.equal(disagreement({ declared, advertised: undefined, observed: said('form') }), undefined);
});

function judged(columns: Pick<Parameters<typeof verifyField>[1], 'declared' | 'advertised' | 'observed'>) {
  const judge = new Judge({ against: ['oauth2.0'], strict: false, level: 'MUST' }, new ExchangeLog());
  try {
    verifyField(judge, { field: 'connection.auth.x', ...columns });
  } catch {
    // the verdict tells
  }
  return judge;
}

test('a wrong manifest fails, and the finding has all columns and what to write instead', () => {
  const judge = judged({ declared: said('a'), advertised: undefined, observed: said('b', 'seen') });
  assert.equal(judge.verdict(), 'fail');
  assert.deepEqual(judge.findings[0]?.drift, {
    field: 'connection.auth.x',
    declared: 'a',
    observed: 'b (seen)',
    instead: 'b',
  });
  assert.match(judge.message() ?? '', /declared a, advertised nothing, observed b \(seen\)/);
});

test('wrong metadata warn, agreement is noted, and a single voice decides nothing', () => {
  const wrong = judged({ declared: said('a'), advertised: said('b'), observed: said('a') });
  assert.equal(wrong.verdict(), 'warn');
  assert.equal(wrong.findings[0]?.drift?.instead, undefined);
  const right = judged({ declared: said('a'), advertised: undefined, observed: said('a') });
  assert.equal(right.verdict(), 'pass');
  assert.equal(right.notes.length, 1);
  const alone = judged({ declared: said('a'), advertised: undefined, observed: undefined });
  assert.equal(alone.verdict(), 'inconclusive');
});
