import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Verdict } from '../../fixtures/verdict/verdict.js';
import type { RunDiff } from '../../results/diff.js';
import { sampleResult, sampleRun, sampleSubject } from '../../results/sample-results.js';
import { type Ended, runCommand } from './proofkey-process.js';

const program = fileURLToPath(new URL('../../cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'proofkey-diff-'));
after(() => rmSync(folder, { recursive: true }));

const row = 'server/a/b';

/** A folder as a run leaves it. */
function runOf(name: string, verdict: Verdict, changes: Parameters<typeof sampleSubject>[1] = {}): string {
  const out = join(folder, name);
  mkdirSync(out, { recursive: true });
  const subject = sampleSubject([sampleResult(row, { verdict }), sampleResult('server/a/c')], changes);
  // Whoever has tampered with what results come to has won nothing: it is weighed again.
  const outcome = { ...subject.outcome, exitCode: 0 as const, undeclared: [], stale: [], expired: [] };
  writeFileSync(join(out, 'results.json'), JSON.stringify(sampleRun([{ ...subject, outcome }])));
  return out;
}

function diff(...words: string[]): Promise<Ended> {
  return runCommand(['diff', ...words]);
}

test('exit codes: nothing new, a new failure, no longer decided', async () => {
  const [passed, failed, skipped] = [runOf('p', 'pass'), runOf('f', 'fail'), runOf('s', 'skipped')];
  assert.equal((await diff(passed, passed)).code, 0);
  assert.equal((await diff(failed, failed)).code, 0);
  assert.equal((await diff(failed, passed)).code, 0);
  assert.equal((await diff(passed, failed)).code, 1);
  assert.equal((await diff(skipped, failed)).code, 1);
  assert.equal((await diff(failed, skipped)).code, 3);
});

test('a declaration that went stale since is found, whatever the file says it comes to', async () => {
  const fails = [{ id: row }];
  const { code, stdout } = await diff(runOf('known', 'fail', { fails }), runOf('gone', 'pass', { fails }));
  assert.equal(code, 1);
  assert.match(stdout, /server\/a\/b: its declaration is stale now/);
});

test('formats: text, JSON, Markdown', async () => {
  const words = [runOf('p', 'pass'), join(runOf('f', 'fail'), 'results.json')];
  assert.match((await diff(...words)).stdout, /NEW FAILURES \(1\)\n +high {6}server\/a\/b {2}pass → fail/);
  const json = JSON.parse((await diff(...words, '--format', 'json')).stdout) as RunDiff;
  assert.equal(json.subjects[0]?.newFailures[0]?.id, row);
  assert.match((await diff(...words, '--format', 'markdown')).stdout, /^## Proofkey: ❌/);
});

test('wrong usage: a missing word, no such file, something else', async () => {
  const run = runOf('p', 'pass');
  for (const [words, told] of [
    [[run], /missing required argument/],
    [[run, join(folder, 'none')], /none: there is no such file/],
    [[run, program], /this is not JSON/],
    [[run, run, '--format', 'xml'], /Allowed choices are text, json, markdown/],
  ] as const) {
    const { code, stdout, stderr } = await diff(...words);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, told);
    assert.doesNotMatch(stderr, /^\s+at /m);
  }
});
