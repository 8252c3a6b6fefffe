import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonFindings } from './json.js';
import { sampleReport, steering } from './sample-report.js';

const text = jsonFindings(sampleReport);

test('everything is in it, by file', () => {
  const { summary, tool, files, schema } = JSON.parse(text) as Record<string, unknown>;
  assert.equal(schema, 1);
  assert.deepEqual(tool, { name: 'proofkey', version: '1.2.3' });
  assert.deepEqual(summary, { files: 3, errors: 2, warnings: 1, infos: 1, fixed: 1 });
  const [sound, judged] = files as { file: string; findings: unknown[]; fixed: unknown[] }[];
  assert.deepEqual(sound, { file: 'sound.yaml', findings: [], fixed: [] });
  assert.deepEqual(judged?.findings[0], {
    ...{ rule: 'unknown-key', level: 'error', line: 3, column: 5, path: `connection["${steering}"]` },
    ...{ message: `is not a known key:\r\n::error::100% ${steering}. Remove it`, fixable: false },
  });
  assert.deepEqual(judged?.findings[2], {
    ...{ rule: 'scope-list', level: 'info', line: 9, column: 1, path: '' },
    ...{ message: 'is information. Have it', fixable: true },
  });
  assert.equal(judged?.fixed.length, 1);
});

test('nothing in it steers a terminal', () => {
  assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
});
