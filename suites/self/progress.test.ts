import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runProofkey } from './proofkey-process.js';
import { mockSubject, subjectFile } from './subject-files.js';

const rows = ['server/pkce/required-for-public', 'server/code/single-use'];
const only = rows.flatMap((id) => ['--only', id]);

function deviating() {
  const subject = mockSubject();
  return { ...subject, server: { ...subject.server, mock: { faults: ['as-pkce-optional-public'] } } };
}

test('in the log of a build findings stand as they are decided, and little else', async (t) => {
  const run = await runProofkey(t, [subjectFile(t, deviating(), 'staging.yaml'), ...only]);
  assert.equal(run.code, 1);
  const lines = run.stderr.trimEnd().split('\n');
  assert.deepEqual(
    lines.map((line) => line.replace(/\d+\.\d s/, 'N s')),
    [
      lines[0],
      'fail         server/pkce/required-for-public (staging)',
      lines.at(-1)?.replace(/\d+\.\d s/, 'N s'),
    ],
  );
  assert.match(lines[0] ?? '', /^Judging 2 requirements, 1 subject, \d workers?$/);
  assert.match(lines.at(-1) ?? '', /^2\/2 judged in \d+\.\d s: /);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that there is none is the point
  assert.doesNotMatch(run.stderr, /[\u001b\r]/);
});

test('what is declared is no finding; --verbose has a line for everything; --quiet for nothing', async (t) => {
  const declared = { ...deviating(), fails: [{ id: rows[0] ?? '' }] };
  const file = subjectFile(t, declared, 'staging.yaml');
  const quiet = await runProofkey(t, [file, ...only, '--quiet']);
  assert.equal(quiet.code, 0, quiet.stdout);
  assert.equal(quiet.stderr, '');
  const verbose = await runProofkey(t, [file, ...only, '--verbose']);
  assert.match(verbose.stderr, /^fail {9}server\/pkce\/required-for-public \(staging\) \d+ ms$/m);
  assert.match(verbose.stderr, /^pass {9}server\/code\/single-use \(staging\) \d+ ms$/m);
  assert.match(verbose.stdout, /^ {2}SLOWEST$/m);
  const short = await runProofkey(t, [file, ...only]);
  assert.doesNotMatch(short.stderr, /^fail/m);
});

test('an expired declaration excuses nothing, in the log neither', async (t) => {
  const expired = { ...deviating(), fails: [{ id: rows[0] ?? '', reason: 'r', until: '2020-01-01' }] };
  const run = await runProofkey(t, [subjectFile(t, expired, 'staging.yaml'), ...only]);
  assert.equal(run.code, 1);
  assert.match(run.stderr, /^fail {9}server\/pkce\/required-for-public \(staging\)$/m);
});
