import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleResult, sampleRun, sampleSubject } from '../../results/sample-results.js';
import { sampleOptions } from '../sample-options.js';
import { readCommand } from '../sample-runner.js';
import { everyStanding, hostile, hostileTexts, withoutFile } from '../sample-subjects.js';
import { github } from './github.js';

function commandsOf(...subjects: Parameters<typeof sampleRun>[0]) {
  const lines = github.render(sampleRun(subjects, { exitCode: 1 }), sampleOptions).split('\n');
  assert.equal(lines.pop(), '');
  return lines.map(readCommand);
}

test('what is red is an error, what is open or warned of a warning, the worst first', () => {
  const commands = commandsOf(everyStanding());
  assert.deepEqual(
    commands.map(({ command, properties: { title, file, line } }) => [command, title, file, line]),
    [
      ['error', 'critical: server/a/found', 'server.yaml', '20'],
      ['error', 'high: connection/endpoints/drifted', 'server.yaml', '9'],
      ['error', 'low: resource/a/found', 'server.yaml', '20'],
      ['error', 'stale declaration: server/a/stale', 'server.yaml', '42'],
      ['error', 'expired declaration: server/a/expired', 'server.yaml', '43'],
      ['warning', 'undecided: server/a/crashed', 'server.yaml', '20'],
      ['warning', 'undecided: server/a/undecided', 'server.yaml', '20'],
      ['warning', 'high: server/a/warned', 'server.yaml', '20'],
      ['notice', 'Proofkey: exit 1', undefined, undefined],
    ],
  );
  assert.match(
    commands[0]?.message ?? '',
    /^Variants: once; twice\nExpected: a refusal\nReceived: status 200$/m,
  );
});

test('no more than GitHub shows, and the rest is counted', () => {
  const many = (role: string, verdict: 'fail' | 'inconclusive') =>
    Array.from({ length: 14 }, (_none, index) => sampleResult(`${role}/a/${verdict}-${index}`, { verdict }));
  const commands = commandsOf(
    sampleSubject(many('server', 'fail')),
    sampleSubject([
      ...many('client', 'inconclusive'),
      sampleResult('client/z/worst', { verdict: 'fail', severity: 'critical' }),
    ]),
  );
  const count = (wanted: string) => commands.filter(({ command }) => command === wanted).length;
  assert.deepEqual([count('error'), count('warning'), count('notice')], [10, 10, 1]);
  assert.equal(commands[0]?.properties.title, 'critical: client/z/worst');
  assert.match(commands.at(-1)?.message ?? '', /9 more are not annotated/);
});

test('a subject without a file is annotated at none', () => {
  const [first] = commandsOf(withoutFile());
  assert.deepEqual(first?.properties, { title: 'high: client/a/found' });
});

test('a target writes no command and steers no terminal', () => {
  for (const text of hostileTexts) {
    const output = github.render(sampleRun([hostile(text)], { harness: [text] }), sampleOptions);
    const lines = output.trimEnd().split('\n');
    for (const line of lines) assert.match(line, /^::(?:error|warning|notice) (?:\w+=[^:,]*,?)*::/);
    assert.equal(lines.length, 6, output);
    assert.doesNotMatch(lines.join(''), /[\p{Cc}\p{Cf}\p{Cs}]/u);
  }
});
