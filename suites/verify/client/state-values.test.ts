import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { Judge } from '../../../fixtures/verdict/judge.js';
import { ExchangeLog } from '../../../fixtures/wire/exchange-log.js';
import { Redactor } from '../../../fixtures/wire/redactor.js';
import { verifyProtected, verifyUnguessable } from './state-values.js';

function verdictOf(weigh: (judge: Judge) => void): string {
  const log = new ExchangeLog(new Redactor(randomBytes(32)));
  const judge = new Judge({ against: ['oauth2.0'], strict: false, level: 'MUST' }, log);
  try {
    weigh(judge);
  } catch {
    // The verdict tells.
  }
  return judge.notes.length > 0 ? `${judge.verdict()}, noted` : judge.verdict();
}

describe('what would have to be guessed of state', () => {
  const generators: [string, expected: string, make: (index: number) => string][] = [
    ['256 random bits', 'pass', () => randomBytes(32).toString('base64url')],
    ['128 random bits in hexadecimal', 'pass', () => randomBytes(16).toString('hex')],
    ['a random UUID', 'warn', () => randomUUID()],
    ['48 random bits', 'fail', () => randomBytes(6).toString('base64url')],
    ['a constant', 'fail', () => 'xyz'],
    [
      'a long constant with a short random end',
      'fail',
      () => `${'x'.repeat(60)}${randomBytes(3).toString('hex')}`,
    ],
    ['a counter', 'fail', (index) => String(index)],
    ['a counter with large steps', 'fail', (index) => (BigInt(index + 1) * 7n ** 90n).toString()],
    [
      'a number that only grows',
      'fail',
      (index) => `${index + 10}${BigInt(`0x${randomBytes(40).toString('hex')}`)}`.slice(0, 90),
    ],
  ];
  for (const [what, expected, make] of generators)
    test(`${what}: ${expected}`, () => {
      const requests = Array.from({ length: 20 }, (_, index) => new URLSearchParams({ state: make(index) }));
      assert.equal(
        verdictOf((judge) => verifyUnguessable(judge, requests)),
        expected,
      );
    });

  test('so few random numbers that they may grow by chance are no sequence', () => {
    const states = ['1', '4', '5', '8', '9'].map((first) => first + randomBytes(20).toString('hex'));
    const requests = states.map((state) => new URLSearchParams({ state }));
    assert.equal(
      verdictOf((judge) => verifyUnguessable(judge, requests)),
      'pass',
    );
  });
});

describe('what may stand in for state', () => {
  const challenge = { code_challenge: 'x', code_challenge_method: 'S256' };
  const requests: [
    string,
    expected: string,
    Record<string, string>,
    'S256 is promised' | 'S256 is not promised',
  ][] = [
    ['state', 'pass', { state: 'x' }, 'S256 is not promised'],
    ['S256 where it is promised', 'pass, noted', challenge, 'S256 is promised'],
    ['S256 where it is not', 'fail', challenge, 'S256 is not promised'],
    ['plain', 'fail', { code_challenge: 'x' }, 'S256 is promised'],
    ['a nonce with openid', 'pass, noted', { nonce: 'x', scope: 'read openid' }, 'S256 is not promised'],
    ['a nonce without openid', 'fail', { nonce: 'x', scope: 'read' }, 'S256 is promised'],
    ['an empty state', 'fail', { state: '' }, 'S256 is promised'],
  ];
  for (const [what, expected, parameters, pkce] of requests)
    test(`${what}: ${expected}`, () => {
      const request = new URLSearchParams(parameters);
      assert.equal(
        verdictOf((judge) => verifyProtected(judge, [request], pkce)),
        expected,
      );
    });
});
