import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { parse } from 'yaml';

/** The scripts of examples/ci, run with what is built here; only `npm ci` is left out. */
const built = join(import.meta.dirname, '..');
const root = join(built, '..');

interface Job {
  script: string[];
  parallel?: number;
  allow_failure?: { exit_codes: number[] };
}

test('a pipeline of GitLab in shards is red for what shows in the whole only', (t) => {
  const jobs = parse(readFileSync(join(root, 'examples', 'ci', 'gitlab-shards.yml'), 'utf8')) as Record<
    string,
    Job
  >;
  const [shard, report] = [jobs.proofkey, jobs['proofkey report']] as [Job, Job];
  const project = projectIn(t, 'fails: [{ id: server/code/single-use, reason: made up }]');
  const total = shard.parallel ?? 0;
  assert.equal(total, 4);
  for (let index = 1; index <= total; index++) {
    const shardIs = { CI_NODE_INDEX: String(index), CI_NODE_TOTAL: String(total) };
    const { status, told } = runScript(project, shard.script, shardIs);
    assert.ok(status === 0 || shard.allow_failure?.exit_codes.includes(status), told);
  }
  const { status, told } = runScript(project, report.script, {});
  assert.equal(status, 1, told);
  assert.match(told, /stale declarations\s+server\/code\/single-use/i);
  assert.match(readFileSync(join(project, 'reports/out/junit.xml'), 'utf8'), /<failure type="stale"/);
});

test('the pipeline of GitLab without shards judges both subjects, and leaves what it promises', (t) => {
  const { proofkey } = parse(readFileSync(join(root, 'examples', 'ci', 'gitlab.yml'), 'utf8')) as Record<
    'proofkey',
    Job
  >;
  const project = projectIn(t, '');
  const { status, told } = runScript(project, proofkey.script, {});
  assert.equal(status, 0, told);
  assert.ok(existsSync(join(project, 'reports/out/junit.xml')));
});

/** A project as the examples suppose it: two subject files, and proofkey as it was installed. */
function projectIn(t: TestContext, declarations: string): string {
  const project = mkdtempSync(join(tmpdir(), 'proofkey-pipeline-'));
  t.after(() => rmSync(project, { recursive: true, force: true }));
  for (const folder of ['oauth', 'bin', 'node_modules/.bin'])
    mkdirSync(join(project, folder), { recursive: true });
  const server = readFileSync(join(root, 'fixtures', 'subjects', 'mock.yaml'), 'utf8');
  writeFileSync(join(project, 'oauth', 'server.yaml'), `${server}\n${declarations}\n`);
  const module = join(built, 'fixtures', 'clients', 'reference', 'driver.js');
  writeFileSync(
    join(project, 'oauth', 'client.yaml'),
    `version: 1\nclient: { driver: { module: ${JSON.stringify(module)} } }\n`,
  );
  writeFileSync(join(project, 'package.json'), '{}');
  symlinkSync(join(built, 'cli', 'main.js'), join(project, 'node_modules', '.bin', 'proofkey'));
  const npm = join(project, 'bin', 'npm');
  writeFileSync(npm, '#!/bin/sh\ntest "$*" = ci\n');
  chmodSync(npm, 0o755);
  return project;
}

/** As GitLab's runner has it: one shell for all lines, ended by the first that fails. */
function runScript(project: string, script: readonly string[], variables: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', script.join('\n')], {
    cwd: project,
    encoding: 'utf8',
    env: {
      PATH: [join(project, 'bin'), process.env.PATH].join(delimiter),
      HOME: project,
      npm_config_offline: 'true',
      npm_config_update_notifier: 'false',
      NO_COLOR: '1',
      ...variables,
    },
  });
  return { status: status ?? 1, told: stdout + stderr };
}
