import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { LogProgress } from './log-progress.js';
import type { Decision, ProgressDetail } from './progress.js';

const size = { requirements: 3, subjects: 2, workers: 1 };

function decision(id: string, changes: Partial<Decision> = {}): Decision {
  return { id, subject: 'staging', verdict: 'pass', finding: false, durationMs: 12, ...changes };
}

/** A log, and the lines that were written so far. */
function log(t: TestContext, detail: ProgressDetail): { progress: LogProgress; lines: () => string[] } {
  t.mock.timers.enable({ apis: ['setInterval'] });
  let text = '';
  const progress = new LogProgress((more) => {
    text += more;
  }, detail);
  return {
    progress,
    lines: () =>
      text
        .replace(/\d+\.\d s/, '1.0 s')
        .split('\n')
        .slice(0, -1),
  };
}

test('a line at the beginning, one for each finding, one at the end', (t) => {
  const { progress, lines } = log(t, 'findings');
  progress.began(size);
  progress.started({ id: 'server/a/b', subject: 'staging' });
  progress.decided(decision('server/a/b'));
  progress.decided(decision('server/a/c', { verdict: 'fail', finding: true }));
  progress.decided(decision('server/a/d', { verdict: 'fail' }));
  progress.ended();
  assert.deepEqual(lines(), [
    'Judging 3 requirements, 2 subjects, 1 worker',
    'fail         server/a/c (staging)',
    '3/3 judged in 1.0 s: 1 pass, 2 fail',
  ]);
});

test('every ten seconds a line that tells how far it is, and what takes long', (t) => {
  const { progress, lines } = log(t, 'findings');
  progress.began(size);
  progress.started({ id: 'server/a/b', subject: 'staging' });
  progress.started({ id: 'server/a/c', subject: 'staging' });
  t.mock.timers.tick(9_999);
  assert.equal(lines().length, 1);
  t.mock.timers.tick(1);
  progress.decided(decision('server/a/b'));
  t.mock.timers.tick(10_000);
  assert.deepEqual(lines().slice(1), ['0/3 judged, at server/a/b', '1/3 judged: 1 pass, at server/a/c']);
  progress.ended();
  t.mock.timers.tick(60_000);
  assert.equal(lines().length, 4, 'and none after the end');
});

test('verbose: a line for each requirement', (t) => {
  const { progress, lines } = log(t, 'requirements');
  progress.decided(decision('server/a/b'));
  progress.decided(decision('server/a/c', { verdict: 'inconclusive', durationMs: 10_000 }));
  assert.deepEqual(lines(), [
    'pass         server/a/b (staging) 12 ms',
    'inconclusive server/a/c (staging) 10000 ms',
  ]);
});

test('counts only: no line for a finding', (t) => {
  const { progress, lines } = log(t, 'counts');
  progress.decided(decision('server/a/c', { verdict: 'fail', finding: true }));
  assert.deepEqual(lines(), []);
});

test('a name cannot steer a terminal, nor forge a line', (t) => {
  const { progress, lines } = log(t, 'findings');
  progress.decided(
    decision('server/a/b', { subject: 'x\u001b[2J\r\npass \u202e', verdict: 'fail', finding: true }),
  );
  progress.told('Begin\u001b]0;x\u0007.\n  now');
  assert.deepEqual(lines(), ['fail         server/a/b (x pass )', 'Begin.', '  now']);
});
