import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FindingsReport } from './findings-report.js';
import { sampleReport } from './sample-report.js';
import { textFindings } from './text.js';

test('a line for each finding that begins with its place, and a summary', () => {
  const file = './connections/a b,c:100%.yaml';
  assert.deepEqual(textFindings(sampleReport, false).split('\n'), [
    `${file}:2:2 connection.auth.scopes[1]: is listed twice. Remove one of the two [fixed scope-list]`,
    `${file}:3:5 connection["2J"]: is not a known key: : :error::100% 2J. Remove it [error unknown-key]`,
    `${file}:7:9 connection.auth: is a warning. Heed it [warning redirect-localhost]`,
    `${file}:9:1: is information. Have it [info scope-list]`,
    '',
    '/elsewhere/é.yaml:1:1: there is no such file. Give its path [error unreadable-file]',
    '',
    '3 files: 2 errors, 1 warning, 1 for information, 1 fixed; --fix puts 1 of them right',
    '',
  ]);
});

test('with colors, nothing but them is added', () => {
  const colored = textFindings(sampleReport, true);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is how a color begins
  assert.equal(colored.replace(/\u001b\[\d+m/g, ''), textFindings(sampleReport, false));
  assert.notEqual(colored, textFindings(sampleReport, false));
});

test('nothing to say is one line', () => {
  const sound = { ...sampleReport, files: sampleReport.files.slice(0, 1) };
  assert.equal(textFindings(sound, false), '1 file: nothing to object to\n');
});

test('of a file with very many findings the first hundred are shown', () => {
  const [, judged] = sampleReport.files;
  const [finding] = judged?.findings ?? [];
  assert.ok(judged && finding);
  const report: FindingsReport = {
    ...sampleReport,
    files: [{ ...judged, fixed: [], findings: Array(250).fill(finding) }],
  };
  const lines = textFindings(report, false).split('\n');
  assert.equal(lines.length, 100 + 4);
  assert.equal(lines[100], '… and 150 more in ./connections/a b,c:100%.yaml; --format json has all');
  assert.match(String(lines[102]), /^1 file: 250 errors/);
});
