import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Verdict } from '../../fixtures/verdict/verdict.js';
import { type ThreatState, threatState } from './threat-state.js';

const cases: [Verdict[], ThreatState][] = [
  [[], 'unknown'],
  [['pass'], 'covered'],
  [['pass', 'pass'], 'covered'],
  [['skipped'], 'unknown'],
  [['inconclusive'], 'unknown'],
  [['pass', 'skipped'], 'unknown'],
  [['pass', 'inconclusive'], 'unknown'],
  [['pass', 'warn'], 'warned'],
  [['warn', 'skipped'], 'unknown'],
  [['pass', 'fail'], 'open'],
  [['fail', 'skipped', 'inconclusive', 'warn'], 'open'],
];

for (const [verdicts, state] of cases)
  test(`a threat covered by [${verdicts.join(', ')}] is ${state}`, () => {
    assert.equal(threatState(verdicts.map((verdict) => ({ verdict }))), state);
  });
