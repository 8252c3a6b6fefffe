import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { appendStepSummary } from './step-summary.js';

function page(t: TestContext, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-summary-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'summary');
  writeFileSync(file, text);
  return file;
}

test('what a step had written before stays', (t) => {
  const file = page(t, 'before\n');
  assert.equal(appendStepSummary('# ours\n', file), undefined);
  assert.equal(readFileSync(file, 'utf8'), 'before\n# ours\n\n');
});

test('a page that is full is not made so long that GitHub shows nothing of it', (t) => {
  const file = page(t, 'x'.repeat(1024 * 1024 - 10));
  assert.match(appendStepSummary('é'.repeat(6), file) ?? '', /room for 10 more bytes.*summary\.md/);
  assert.equal(readFileSync(file, 'utf8').length, 1024 * 1024 - 10);
  assert.equal(appendStepSummary('é'.repeat(4), file), undefined);
});

test('a page that cannot be written to is told of, and no more', (t) => {
  const file = join(page(t, ''), 'below');
  assert.match(appendStepSummary('x', file) ?? '', /GITHUB_STEP_SUMMARY.*(?:ENOTDIR|ENOENT)/);
});

test('elsewhere than in GitHub Actions there is none', () => {
  assert.equal(appendStepSummary('x', ''), undefined);
});
