import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCommand } from '../sample-runner.js';
import { githubFindings } from './github.js';
import { sampleReport } from './sample-report.js';

test('a command for each finding, as the runner reads it', () => {
  const file = 'connections/a b,c:100%.yaml';
  const lines = githubFindings(sampleReport).split('\n');
  assert.equal(lines.pop(), '');
  assert.deepEqual(lines.map(readCommand), [
    {
      command: 'error',
      properties: { file, line: '3', col: '5', title: 'unknown-key' },
      message: 'connection["2J"]: is not a known key: ::error::100% 2J. Remove it',
    },
    {
      command: 'warning',
      properties: { file, line: '7', col: '9', title: 'redirect-localhost' },
      message: 'connection.auth: is a warning. Heed it',
    },
    {
      command: 'notice',
      properties: { file, line: '9', col: '1', title: 'scope-list' },
      message: 'is information. Have it',
    },
    {
      command: 'error',
      properties: { file: '../../elsewhere/é.yaml', line: '1', col: '1', title: 'unreadable-file' },
      message: 'there is no such file. Give its path',
    },
  ]);
});

test('a percent sign is what the runner would take for an escape', () => {
  assert.match(githubFindings(sampleReport), /file=connections\/a b%2Cc%3A100%25\.yaml,/);
});

test('a file name cannot end the line', () => {
  const [, judged] = sampleReport.files;
  const [finding] = judged?.findings ?? [];
  assert.ok(judged && finding);
  const file = 'a\n::stop-commands::x';
  const report = { ...sampleReport, files: [{ ...judged, file, findings: [{ ...finding, file }] }] };
  assert.match(githubFindings(report), /^::error file=a%0A%3A%3Astop-commands%3A%3Ax,[^\n]*\n$/);
});
