import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSpecs } from '../suites/self/made-up-specs.js';
import { median, ratio, type Table, table } from './measure.js';

const rounds = 3;
const requirements = 75;

/**
 * What a bad server costs: 75 undeclared failures beside 75 passes. A test that really fails restarts its worker,
 * which made it ten times as much; a decided violation is therefore an expected one to the test runner (DESIGN §8).
 */
export async function benchFailureCost(): Promise<Table> {
  const passes = await wallTimeOf('');
  const failures = await wallTimeOf("judge.fail({ expected: 'this', received: 'that' });");
  return table(
    `${requirements} requirements, one worker (median of ${rounds})`,
    [
      ['all pass', `${passes.toFixed(0)} ms`],
      ['all fail, undeclared', `${failures.toFixed(0)} ms`],
    ],
    [ratio('failures / passes', failures / passes, '<= 3')],
  );
}

async function wallTimeOf(body: string): Promise<number> {
  const bodies = Object.fromEntries([...Array(requirements).keys()].map((index) => [`row-${index}`, body]));
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const folder = mkdtempSync(join(tmpdir(), 'proofkey-bench-'));
    const started = performance.now();
    await runSpecs(folder, bodies, 10_000);
    times.push(performance.now() - started);
    rmSync(folder, { recursive: true });
  }
  return median(times);
}
