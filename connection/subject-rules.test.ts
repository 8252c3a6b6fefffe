import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { invalidClientSamples } from './invalid-client-samples.js';
import { invalidSamples } from './invalid-samples.js';
import { judgeText } from './manifest/judge-text.js';
import { parseYaml } from './parse-yaml.js';
import { remoteServer } from './remote-server-sample.js';
import { problemsOf } from './sample-file.js';
import type { SubjectInFile } from './subject-in-file.js';
import { subjectRules } from './subject-rules/index.js';
import { validSamples } from './valid-samples.js';

const today = '2026-06-15';
/** The rule that needs a day. */
const byDay = 'declared-expired';
const invalid = new Map(
  [...new Set([...Object.keys(invalidSamples), ...Object.keys(invalidClientSamples)])].map((name) => [
    name,
    [...(invalidSamples[name] ?? []), ...(invalidClientSamples[name] ?? [])],
  ]),
);

test('the sample that all others are made from is valid', () => {
  assert.deepEqual(problemsOf(remoteServer), []);
});

test('every rule has a file, is in the list, and has an invalid sample', () => {
  const files = readdirSync(new URL('./subject-rules/', import.meta.url))
    .filter((file) => /^[a-z-]+\.(ts|js)$/.test(file))
    .map((file) => file.replace(/\.(ts|js)$/, ''))
    .filter((file) => file !== 'index' && file !== 'rule');
  assert.deepEqual(Object.keys(subjectRules).toSorted(), files.toSorted());
  assert.deepEqual([...invalid.keys()].toSorted(), files.toSorted());
});

for (const [name, samples] of invalid) {
  const rule = subjectRules[name];
  samples.forEach(({ text, expected }, index) => {
    const label = `${name} #${index + 1} ${expected[0]?.replace(/:? is .*/, '')}`;
    test(`${label}: exactly the expected problems`, () => {
      assertProblems(name === byDay ? toldOf(text) : problemsOf(text), expected);
    });
    test(`${label}: from this rule alone`, () => {
      const subject = parseYaml('subject.yaml', text).value as SubjectInFile;
      assert.equal(rule?.check({ subject, today }).length, expected.length);
    });
  });
}

test('what has expired is told by validate; a run goes on, and is red in the end', () => {
  for (const { text } of invalid.get(byDay) ?? []) assert.deepEqual(problemsOf(text), []);
});

for (const [label, text] of Object.entries(validSamples)) {
  test(`allowed: ${label}`, () => assert.deepEqual(problemsOf(text), []));
}

/** The errors that `proofkey validate` tells of a file, as `problemsOf` has them. */
function toldOf(text: string): string[] {
  return judgeText('subject.yaml', text, today)
    .filter(({ level }) => level === 'error')
    .map(({ line, column, path, message }) => `${line}:${column} ${path}: ${message}`);
}

/** Each problem must begin with `line:column path:` and contain the words after it. */
function assertProblems(actual: readonly string[], expected: readonly string[]): void {
  const message = `expected:\n${expected.join('\n')}\nreceived:\n${actual.join('\n')}`;
  assert.equal(actual.length, expected.length, message);
  expected.forEach((entry, index) => {
    const [place = '', words = ''] = entry.split(' … ');
    assert.ok(actual[index]?.startsWith(`${place}: `) && actual[index].includes(words), message);
  });
}
