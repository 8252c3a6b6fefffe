import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { left, outcome, report, root, runAction, sarif } from './action-steps.js';

test('inputs are words of the command line', (t) => {
  const { words } = runAction(t, {
    subjects: 'oauth/server.yaml\n\n  oauth/my client.yaml\n',
    only: 'server/pkce/*\nserver/code/*',
    tier: 'all',
    strict: 'true',
  });
  assert.deepEqual(words, [
    'run',
    '--format=github',
    '--tier=all',
    '--out=reports/out',
    '--strict',
    '--only=server/pkce/*',
    '--only=server/code/*',
    '--',
    'oauth/server.yaml',
    'oauth/my client.yaml',
  ]);
});

test('what a shell would obey is a word like any other', (t) => {
  const nasty = '$(touch a) `touch b`; touch c #"\'\\ && touch d | touch e > f * --headed';
  const inputs = Object.fromEntries(
    ['subjects', 'only', 'tier', 'strict', 'format', 'out'].map((name) => [name, nasty]),
  );
  const { words, workspace } = runAction(t, inputs);
  assert.deepEqual(words, [
    'run',
    ...['format', 'tier', 'out', 'only'].map((name) => `--${name}=${nasty}`),
    '--',
    nasty,
  ]);
  assert.deepEqual(
    readdirSync(workspace).filter((name) => name.length === 1),
    [],
  );
});

test('a version that is none is refused before anything is fetched', (t) => {
  for (const version of [
    '$(touch a)',
    'github:somebody/else',
    '../elsewhere',
    '--package=x',
    '',
    '1.0.0\n2',
  ]) {
    const { words, code, told, workspace } = runAction(t, { version });
    assert.equal(words, undefined, version);
    assert.equal(code, 2);
    assert.match(told, /^::error title=Proofkey::the input "version"/);
    assert.ok(!existsSync(join(workspace, 'a')));
  }
});

test('the outcome is that of the run; undecided is red unless it is said not to be', (t) => {
  for (const code of [0, 1, 3, 130]) assert.equal(runAction(t, {}, { code }).code, code);
  assert.equal(runAction(t, {}, { code: 2, files: {} }).code, 2);
  assert.equal(runAction(t, { 'fail-on-undecided': 'false' }, { code: 3 }).code, 0);
  assert.equal(runAction(t, { 'fail-on-undecided': 'false' }, { code: 1 }).code, 1);
});

test('the outputs are what the run left, as paths from the workspace on', (t) => {
  const given = { 'product/a.yaml': '' };
  const { outputs } = runAction(t, { 'working-directory': 'product', out: 'my reports' }, { code: 1, given });
  assert.deepEqual(outputs, {
    'exit-code': '1',
    findings: '1',
    folder: 'product/my reports',
    results: 'product/my reports/results.json',
    report: 'product/my reports/report.html',
    badge: 'product/my reports/badge.svg',
    sarif: 'product/my reports/results.sarif',
  });
});

test('reports beside the files are uploaded from the workspace itself, which has no empty path', (t) => {
  const { outputs } = runAction(t, { out: '.' });
  assert.equal(outputs.folder, '.');
  assert.equal(outputs.results, 'results.json');
});

test('nothing is uploaded of a run that left nothing, even where an earlier one did', (t) => {
  const given = { 'reports/out/results.json': '{"subjects":[]}', 'reports/out/results.sarif': '{}' };
  const { outputs } = runAction(t, {}, { code: 2, files: {}, given });
  assert.deepEqual(outputs, { 'exit-code': '2' });
});

test('code scanning is not given results without a file, which it refuses whole', (t) => {
  const results = {
    subjects: [{ outcome: { undeclared: [], undeclaredWarns: [], stale: [], expired: [] } }],
  };
  const { outputs } = runAction(t, {}, { files: { ...left, 'results.json': JSON.stringify(results) } });
  assert.equal(outputs.sarif, undefined);
  assert.equal(outputs.findings, '0');
});

test('reports are uploaded whether the run is red or green, before the outcome ends the job', () => {
  for (const step of [sarif, report, outcome]) assert.match(step?.if ?? '', /^\$\{\{ always\(\)/);
  assert.match(sarif?.if ?? '', /inputs\.upload-sarif == 'true' && steps\.run\.outputs\.sarif != ''/);
  assert.match(report?.if ?? '', /inputs\.upload-report == 'true' && steps\.run\.outputs\.results != ''/);
});

test('with the real command line: a finding is annotated, summed up, and red', (t) => {
  const subject = readFileSync(join(root, 'fixtures', 'subjects', 'mock.yaml'), 'utf8');
  const given = {
    'oauth/server.yaml': `${subject}fails: [{ id: server/code/single-use, reason: made up }]\n`,
  };
  const inputs = { 'working-directory': 'oauth', subjects: 'server.yaml', only: 'server/code/single-use' };
  const { code, told, outputs, workspace } = runAction(t, inputs, { real: true, given });
  assert.equal(code, 1, told);
  assert.match(
    told,
    /^::error file=oauth\/server\.yaml,line=\d+,col=\d+,title=stale declaration%3A server\/code\/single-use::/m,
  );
  assert.match(readFileSync(join(workspace, 'summary'), 'utf8'), /^## Proofkey: ❌/);
  assert.equal(outputs.findings, '1');
  for (const name of ['results', 'badge', 'sarif'] as const)
    assert.ok(existsSync(join(workspace, outputs[name] ?? '?')), name);
});
