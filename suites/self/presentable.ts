import assert from 'node:assert/strict';
import type { Finished } from './proofkey-process.js';

/** A frame of a stack trace, as V8 writes it. */
const stackFrame = /^\s+at .*(?:\(|file:|node:|\/)\S+:\d+:\d+\)?$/m;

/** What people get to see is written for them: no stack trace, no confession that the harness failed. */
export function assertPresentable({ stdout, stderr }: Pick<Finished, 'stdout' | 'stderr'>): void {
  for (const output of [stdout, stderr]) {
    assert.doesNotMatch(output, stackFrame);
    assert.doesNotMatch(output, /defect of proofkey|harness failed|came to no end|UnhandledPromise/i);
  }
}

/** Wrong usage or configuration: told on stderr in a few lines, before anything was judged. */
export function assertRefused(run: Finished, ...told: RegExp[]): void {
  assert.equal(run.code, 2, `${run.stderr}\n${run.stdout.slice(0, 4000)}`);
  for (const pattern of told) assert.match(run.stderr, pattern);
  assert.equal(run.results, undefined, 'nothing was judged');
  assert.equal(run.stdout, '');
  assertPresentable(run);
}
