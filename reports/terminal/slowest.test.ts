import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleResult, sampleRun, sampleSubject } from '../../results/sample-results.js';
import { sampleOptions } from '../sample-options.js';
import { terminalReport } from './report.js';

const timed = (id: string, durationMs: number) => sampleResult(id, { durationMs });

function slowestIn(verbose: boolean, ...subjects: Parameters<typeof sampleRun>[0]): string[] {
  const text = terminalReport(sampleRun(subjects), { ...sampleOptions, verbose, colors: false });
  const [, section = ''] = text.split('  SLOWEST\n');
  return section.split('\n\n')[0]?.split('\n') ?? [];
}

test('verbose: the slowest come first, with their share of what all took', () => {
  const subject = sampleSubject([
    timed('server/a/quick', 50),
    timed('server/a/slow', 1900),
    timed('server/a/none', 0),
  ]);
  assert.deepEqual(slowestIn(true, subject), [
    '    1900 ms  97 %  server/a/slow',
    '      50 ms   3 %  server/a/quick',
  ]);
  assert.deepEqual(slowestIn(false, subject), ['']);
});

test('ten at the most, of all subjects, whose names are told then', () => {
  const rows = (role: string) =>
    Array.from({ length: 8 }, (_, index) => timed(`${role}/a/${index}`, 100 + index));
  const lines = slowestIn(
    true,
    sampleSubject(rows('server'), { name: 'one' }),
    sampleSubject(rows('client'), { name: 'two' }),
  );
  assert.equal(lines.length, 10);
  assert.match(lines[0] ?? '', /107 ms +6 % {2}server\/a\/7 \(one\)$/);
  assert.match(lines[1] ?? '', /client\/a\/7 \(two\)$/);
});
