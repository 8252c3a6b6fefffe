import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { RequirementResult } from '../../fixtures/verdict/result.js';
import { type Collected, readCollected } from '../../results/collected.js';
import { outcomeOf } from '../../results/outcome.js';
import { runSpecs, specArea } from './made-up-specs.js';

/** Bodies of requirements that go wrong in ways that are the harness's own fault. */
const bodies: Record<string, string> = {
  crash: "throw new TypeError('undefined is not a function');",
  'crash-after-finding': `
    await judge.variant('first', async () => judge.fail({ expected: 'this', received: 'that' }));
    throw new TypeError('undefined is not a function');`,
  hang: 'await new Promise(() => {});',
  death: 'process.exit(7);',
  'false-name': "throw Object.assign(new Error('expected a; received b'), { name: 'Nonconform' });",
  finding: "judge.fail({ expected: 'this', received: 'that' });",
  fine: '',
};

describe('when the harness itself fails', () => {
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-harness-'));
  let collected: Collected;
  let status: number | undefined;

  before(async () => {
    status = await runSpecs(folder, bodies, 2000);
    collected = readCollected(folder);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const result = (name: string): RequirementResult => {
    const found = collected.results.find(({ id }) => id === `${specArea}/${name}`);
    assert.ok(found !== undefined, `${name} has no result`);
    return found;
  };

  for (const name of ['crash', 'hang', 'death', 'false-name']) {
    test(`a ${name} is no verdict, and red`, () => {
      const { verdict, crashed } = result(name);
      assert.equal(verdict, 'inconclusive');
      assert.notEqual(crashed, undefined);
      const requirements = [result(name), result('fine')];
      const outcome = outcomeOf(
        { fails: [], warns: [], flaky: [], exactWarns: false, requirements },
        '2026-06-15',
      );
      assert.equal(outcome.exitCode, 3);
    });
  }

  test('says what happened', () => {
    assert.match(result('crash').crashed ?? '', /undefined is not a function/);
    assert.match(result('hang').crashed ?? '', /no verdict within 2 s/);
  });

  test('a crash after a finding keeps both', () => {
    const { verdict, crashed } = result('crash-after-finding');
    assert.equal(verdict, 'fail');
    assert.match(crashed ?? '', /undefined is not a function/);
  });

  test('the others are judged all the same', () => {
    assert.deepEqual([result('fine').verdict, result('fine').crashed], ['pass', undefined]);
    assert.deepEqual([result('finding').verdict, result('finding').crashed], ['fail', undefined]);
  });

  test('the test runner is red', () => {
    assert.equal(status, 1);
  });
});
