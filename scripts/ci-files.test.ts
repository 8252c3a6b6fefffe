import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';

/** The action and the examples are held against the schemas by which GitHub and GitLab read them. */
const root = join(import.meta.dirname, '..', '..');
const examples = join(root, 'examples', 'ci');

// GitHub's parser imports its schemas as JSON without saying so, which bundlers let pass and Node does not.
const hook = `export const load = (url, context, next) =>
  next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context);`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import(
  '@actions/workflow-parser'
);
const { parseAction } = await import('@actions/workflow-parser/actions/index');

interface Step {
  id?: string;
  uses?: string;
  run?: string;
  env?: Record<string, string>;
}

interface Action {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { value: string }>;
  runs: { steps: Step[] };
}

const actionText = readFileSync(join(root, 'action.yml'), 'utf8');
const action = parse(actionText) as Action;

function actionErrors(content: string): string[] {
  const { context } = parseAction({ name: 'action.yml', content }, new NoOperationTraceWriter());
  return context.errors.getErrors().map(({ message }) => message);
}

async function workflowErrors(content: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name: 'workflow.yml', content }, new NoOperationTraceWriter());
  // What can be said of the whole only, as a job that needs one which is not there, is added to the same errors.
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}

test('action.yml is valid by the schema of GitHub, expressions included', () => {
  assert.deepEqual(actionErrors(actionText), []);
  assert.match(
    actionErrors(actionText.replace('using: composite', 'use: composite')).join(),
    /Unexpected value 'use'/,
  );
  assert.match(
    actionErrors(actionText.replaceAll('steps.run.', 'secrets.')).join(),
    /Unrecognized named-value/,
  );
});

test('what the action reads is an input of it, and each input is read', () => {
  const read = new Set([...actionText.matchAll(/inputs\.([a-z-]+)/g)].map(([, name]) => name));
  assert.deepEqual([...read].sort(), Object.keys(action.inputs).sort());
});

test('the action runs the version that it belongs to', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  assert.equal(action.inputs.version?.default, version);
});

test('no script of the action or of an example holds an expression that somebody else may fill in', () => {
  const workflows = ['github.yml', 'github-shards.yml'].map((name) =>
    readFileSync(join(examples, name), 'utf8'),
  );
  const steps = [
    ...action.runs.steps,
    ...workflows.flatMap((text) => {
      const { jobs } = parse(text) as { jobs: Record<string, { steps: Step[] }> };
      return Object.values(jobs).flatMap((job) => job.steps);
    }),
  ];
  const scripts = steps.flatMap(({ run }) => run ?? []);
  assert.ok(scripts.length >= 6);
  // The number of a shard is written in the workflow itself.
  for (const script of scripts)
    assert.doesNotMatch(script.replace(/\$\{\{ matrix\.shard \}\}/g, '1'), /\$\{\{/);
});

test('every action that is used is pinned to a version', () => {
  const files = [join(root, 'action.yml'), join(examples, 'github.yml'), join(examples, 'github-shards.yml')];
  const used = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/uses: (\S+)/g)].map(([, name]) => name),
  );
  assert.ok(used.length >= 10);
  for (const name of used) assert.match(name ?? '', /^[\w-]+\/[\w/-]+@v\d+(?:\.\d+\.\d+)?$/);
});

for (const name of ['github.yml', 'github-shards.yml'])
  test(`examples/ci/${name} is valid by the schema of GitHub`, async () => {
    const text = readFileSync(join(examples, name), 'utf8');
    assert.deepEqual(await workflowErrors(text), []);
    assert.notDeepEqual(await workflowErrors(text.replace('runs-on:', 'run-on:')), []);
    assert.notDeepEqual(await workflowErrors(text.replaceAll('secrets.', 'secret.')), []);
  });

test('the inputs and outputs that the example names are those of the action', () => {
  const { jobs } = parse(readFileSync(join(examples, 'github.yml'), 'utf8')) as {
    jobs: { proofkey: { steps: (Step & { with?: Record<string, string> })[] } };
  };
  const { steps } = jobs.proofkey;
  const given = Object.keys(steps.find(({ uses }) => uses?.startsWith('OWNER/'))?.with ?? {});
  const taken = [...JSON.stringify(steps).matchAll(/steps\.proofkey\.outputs\.([a-z-]+)/g)].map(
    ([, name]) => name ?? '',
  );
  assert.ok(given.length > 0 && taken.length > 0);
  for (const name of given) assert.ok(name in action.inputs, name);
  for (const name of taken) assert.ok(name in action.outputs, name);
});

for (const name of ['gitlab.yml', 'gitlab-shards.yml'])
  test(`examples/ci/${name} is valid by the schema of GitLab, and its jobs need each other`, (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'proofkey-gitlab-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, '.gitlab-ci.yml');
    copyFileSync(join(examples, name), file);
    assert.deepEqual(gitlabJobs(folder).status, 0);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('exit_codes:', 'exit_code:'));
    assert.match(gitlabJobs(folder).told, /must have required property 'exit_codes'/);
  });

/** What gitlab-ci-local makes of `.gitlab-ci.yml` there; nothing is run. */
function gitlabJobs(folder: string): { status: number | null; told: string } {
  const program = createRequire(import.meta.url).resolve('gitlab-ci-local/src/index.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--list-json'], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: folder },
  });
  return { status, told: stdout + stderr };
}
