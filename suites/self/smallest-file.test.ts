import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { requirementsOf, runProofkey } from './proofkey-process.js';

const page = join(import.meta.dirname, '..', '..', '..', 'docs', 'subject-file.md');
const [, smallest = ''] =
  /The smallest file judges[^\n]*\n\n```yaml\n([\s\S]*?)```/.exec(readFileSync(page, 'utf8')) ?? [];

test('the smallest file of the documentation judges the mock, clients and login included', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-smallest-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'subject.yaml');
  writeFileSync(file, smallest);
  const run = await runProofkey(t, [file, '--strict', '--against', 'oauth2.0,oauth2.1,oidc']);
  assert.equal(run.code, 0, run.stdout);
  const judged = requirementsOf(run);
  assert.ok(judged.length > 80);
  const undecided = judged.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'skipped');
  assert.deepEqual(undecided, []);
});
