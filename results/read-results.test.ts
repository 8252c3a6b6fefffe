import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { ResultsFileError, readResults } from './read-results.js';
import type { RunResults } from './run-results.js';
import { sampleResult, sampleRun, sampleSubject } from './sample-results.js';

const folder = mkdtempSync(join(tmpdir(), 'proofkey-results-'));
after(() => rmSync(folder, { recursive: true }));

const run = sampleRun([sampleSubject([sampleResult('server/a/b')])]);

function fileWith(content: unknown): string {
  const file = join(folder, 'sample.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

function objectionTo(path: string): string {
  try {
    readResults(path);
  } catch (error) {
    if (error instanceof ResultsFileError) return error.message;
    throw error;
  }
  throw new Error('it was read');
}

test('a file, and a folder that holds one', () => {
  assert.deepEqual(readResults(fileWith(run)), run);
  mkdirSync(join(folder, 'out'));
  writeFileSync(join(folder, 'out', 'results.json'), JSON.stringify(run));
  assert.deepEqual(readResults(join(folder, 'out')), run);
});

describe('what holds no results says which file, why, and what to do:', () => {
  const subjects = (changes: object) => ({ ...run, subjects: [{ ...run.subjects[0], ...changes }] });
  const cases: Record<string, [content: unknown, words: RegExp]> = {
    'no JSON': ['version: 1', /not JSON.*--out/],
    'one that was cut off': [JSON.stringify(run).slice(0, -9), /not JSON/],
    nothing: ['', /not JSON/],
    'something else in JSON': [{ results: [] }, /no results\.json of proofkey/],
    null: ['null', /no results\.json of proofkey/],
    'a list': ['[1]', /no results\.json of proofkey/],
    'another version of the format': [{ ...run, schema: 2 }, /version 2 .*reads version 1\. Use the same/],
    'a hostile version': [{ ...run, schema: '\u001b[2J' }, /version "\\u001b\[2J"/],
    'a wrong verdict': [
      subjects({ requirements: [sampleResult('server/a/b', { verdict: 'passed' as 'pass' })] }),
      /subjects\[0\]\.requirements\[0\]\.verdict must be equal to one of/,
    ],
    'a key that nobody knows': [
      subjects({ '\u202eevil': 1 }),
      /subjects\[0\] must NOT have additional properties: "\\u\{202e\}evil"/,
    ],
    'a missing part': [{ ...run, subjects: undefined }, /at the top must have required property 'subjects'/],
    'one subject twice': [
      { ...run, subjects: [...run.subjects, ...run.subjects] },
      /subject "sample" is in it twice/,
    ],
    'one requirement twice': [
      subjects({ requirements: [sampleResult('server/a/b'), sampleResult('server/a/b')] }),
      /"sample" has server\/a\/b twice/,
    ],
    'no date': [{ ...run, startedAt: 'yesterday' }, /startedAt must match format "date-time"/],
    'a name of all objects': [
      JSON.stringify(run).replace('"strict"', '"__proto__":{"strict":true},"strict"'),
      /must NOT have additional properties: "__proto__"/,
    ],
  };
  for (const [label, [content, words]] of Object.entries(cases))
    test(label, () => {
      const file = fileWith(content);
      const message = objectionTo(file);
      assert.ok(message.startsWith(`${file}: `), message);
      assert.match(message, words);
      assert.doesNotMatch(message, /[\p{Cc}\p{Cf}]/u);
    });

  test('no file, a folder without one, and a device', () => {
    assert.match(objectionTo(join(folder, 'none.json')), /none\.json: there is no such file/);
    mkdirSync(join(folder, 'empty'));
    assert.match(objectionTo(join(folder, 'empty')), /empty\/results\.json: there is no such file/);
    assert.match(objectionTo('/dev/zero'), /no regular file/);
  });

  test('one with very many mistakes', () => {
    const many = { ...run, harness: Array(100_000).fill(1) as unknown as RunResults['harness'] };
    assert.ok(objectionTo(fileWith(many)).length < 500);
  });
});
