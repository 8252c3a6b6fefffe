import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { builtInClient, builtInMock } from '../../cli/prepare-subjects.js';
import { loadSubject } from '../../connection/load-subject.js';
import { loadProfile, profileNames } from '../../mock-provider/index.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

test('of what is built in, every verdict is known: nothing is flaky', async () => {
  for (const file of [builtInMock, builtInClient]) assert.equal(loadSubject(file).subject.flaky, undefined);
  for (const name of profileNames()) assert.equal('flaky' in (await loadProfile(name)), false);
  const mutants = Object.values(
    parse(readFileSync(join(root, 'suites', 'kill-table.yaml'), 'utf8')) as Record<string, object>,
  );
  assert.ok(mutants.length > 50);
  assert.ok(mutants.every((mutant) => !('flaky' in mutant)));
});

test('a profile that calls something flaky is refused', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-flaky-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'flaky.yaml');
  const profiles = join(root, 'mock-provider', 'profiles');
  const [first = ''] = readdirSync(profiles).filter((name) => name.endsWith('.yaml'));
  const profile = readFileSync(join(profiles, first), 'utf8');
  writeFileSync(file, profile);
  await loadProfile(file);
  writeFileSync(file, `${profile}\nflaky: [{ id: server/a/b, reason: r }]\n`);
  await assert.rejects(loadProfile(file), /flaky/);
});
