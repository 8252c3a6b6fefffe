import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plain, plainLines } from './plain.js';

test('nothing that a terminal obeys, and nothing that hides or reorders', () => {
  const hostile =
    'a\u001b[31mb\u001b]8;;http://x/\u0007c\u001b]0;t\u001b\\d\u009b1me\u202ef\u0000g\ud800h\u2028i\r\nj';
  assert.equal(plain(hostile), 'abcd1mefgh i j');
});

test('no command of a workflow, wherever the line is broken', () => {
  assert.equal(plain('::error file=a.ts::x ::stop-commands::y'), ': :error file=a.ts::x : :stop-commands::y');
  assert.equal(
    plain('see ##[error]x and ##vso[task.complete]y and ##teamcity[z]'),
    'see # #[error]x and # #vso[task.complete]y and # #teamcity[z]',
  );
  assert.equal(plain('\u200b::\u200berror::x'), ': :error::x');
});

test('what only looks like one stays as it is', () => {
  for (const text of [
    'http://[::1]:9400/a',
    '::1',
    '::ffff:127.0.0.1',
    'a::b::c',
    '## Heading',
    'C# [x]',
    'std::string',
  ])
    assert.equal(plain(text), text);
});

test('lines of ours keep their ends and indentation', () => {
  assert.equal(plainLines('a\n  b\u001b[1mc\n'), 'a\n  bc\n');
});
