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
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { parse } from 'yaml';

/** For tests: the shell steps of action.yml, run as the runner of GitHub runs them, with what is built here for the npm package. */
const built = join(import.meta.dirname, '..');
export const root = join(built, '..');
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
  inputs: Record<string, { default: string }>;
  runs: { steps: { id?: string; run?: string; env?: Record<string, string>; if?: string }[] };
};
export const [judge, sarif, report, outcome] = action.runs.steps;

/** In place of the command line: writes down its words, and leaves what it is told to. */
const standIn = `#!/usr/bin/env node
const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const words = process.argv.slice(2);
writeFileSync(process.env.STAND_IN_WORDS, JSON.stringify(words));
const out = words.find((word) => word.startsWith('--out=')).slice(6);
mkdirSync(out, { recursive: true });
for (const [name, text] of Object.entries(JSON.parse(process.env.STAND_IN_FILES))) writeFileSync(join(out, name), text);
process.exit(Number(process.env.STAND_IN_CODE));
`;

interface Ran {
  /** Words of the command line, where the stand-in was run. */
  words: string[] | undefined;
  outputs: Record<string, string>;
  /** Of the last step, which is the job's. */
  code: number | null;
  workspace: string;
  told: string;
}

interface Setting {
  code?: number;
  files?: Record<string, string>;
  /** Run the real command line. */
  real?: boolean;
  /** Files of the workspace, by path. */
  given?: Record<string, string>;
}

/** What a run leaves whose subjects have files, and one finding. */
export const left = {
  'results.json': JSON.stringify({
    subjects: [
      {
        file: 'a.yaml',
        outcome: { undeclared: ['server/a/b'], undeclaredWarns: [], stale: [], expired: [] },
      },
    ],
  }),
  'results.sarif': '{}',
  'report.html': '',
  'badge.svg': '',
};

export function runAction(t: TestContext, inputs: Record<string, string>, setting: Setting = {}): Ran {
  const { code = 0, files = left, real = false, given = {} } = setting;
  const workspace = mkdtempSync(join(tmpdir(), 'proofkey-action-'));
  t.after(() => rmSync(workspace, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(given)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  install(workspace, real);
  const all = {
    ...Object.fromEntries(Object.entries(action.inputs).map(([name, { default: value }]) => [name, value])),
    ...inputs,
  };
  const wordsFile = join(workspace, '..', `${workspace.split('/').at(-1)}.words`);
  t.after(() => rmSync(wordsFile, { force: true }));
  const env = {
    STAND_IN_WORDS: wordsFile,
    STAND_IN_FILES: JSON.stringify(files),
    STAND_IN_CODE: String(code),
  };
  const first = runStep(judge, { workspace, inputs: all, outputs: {}, env });
  const last = runStep(outcome, { workspace, inputs: all, outputs: first.outputs, env });
  const words = existsSync(wordsFile) ? (JSON.parse(readFileSync(wordsFile, 'utf8')) as string[]) : undefined;
  return { words, outputs: first.outputs, code: last.code, workspace, told: first.told + last.told };
}

/** npx takes a package that is installed in the version which is asked for, and asks no registry. */
function install(workspace: string, real: boolean): void {
  const folder = join(workspace, 'node_modules', 'proofkey');
  mkdirSync(folder, { recursive: true });
  mkdirSync(join(workspace, 'node_modules', '.bin'));
  const manifest = {
    name: 'proofkey',
    version: action.inputs.version?.default,
    bin: { proofkey: 'main.cjs' },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  const program = join(built, 'cli', 'main.js');
  const main = join(folder, 'main.cjs');
  writeFileSync(main, real ? `#!/usr/bin/env node\nimport(${JSON.stringify(program)});\n` : standIn);
  chmodSync(main, 0o755);
  symlinkSync('../proofkey/main.cjs', join(workspace, 'node_modules', '.bin', 'proofkey'));
}

interface Stage {
  workspace: string;
  inputs: Record<string, string>;
  outputs: Record<string, string>;
  env: Record<string, string>;
}

function runStep(
  step: (typeof action.runs.steps)[number] | undefined,
  { workspace, inputs, outputs, env }: Stage,
) {
  const values = (expression: string): string => {
    const [, context = '', name = ''] =
      /^(inputs|steps\.run\.outputs|github)\.([a-z_-]+)$/.exec(expression) ?? [];
    if (context === 'github' && name === 'action_path') return root;
    const value = context === 'inputs' ? inputs[name] : outputs[name];
    assert.ok(value !== undefined || context === 'steps.run.outputs', `${expression} is known`);
    return value ?? '';
  };
  const own = Object.entries(step?.env ?? {}).map(([name, text]) => [
    name,
    text.replace(/\$\{\{ (\S+) \}\}/g, (_match, expression: string) => values(expression)),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-step-'));
  const [script, output] = [join(folder, 'script.sh'), join(folder, 'output')];
  writeFileSync(script, step?.run ?? 'exit 99');
  writeFileSync(output, '');
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd: join(workspace, inputs['working-directory'] ?? ''),
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      npm_config_offline: 'true',
      npm_config_update_notifier: 'false',
      GITHUB_OUTPUT: output,
      GITHUB_WORKSPACE: workspace,
      GITHUB_STEP_SUMMARY: join(workspace, 'summary'),
      ...env,
      ...Object.fromEntries(own),
    },
  });
  const told = readFileSync(output, 'utf8');
  rmSync(folder, { recursive: true, force: true });
  return { code: status, outputs: outputsIn(told), told: stdout + stderr };
}

/** `name<<delimiter`, the value, the delimiter. */
function outputsIn(text: string): Record<string, string> {
  const entries = [...text.matchAll(/^([a-z-]+)<<(.+)\n([\s\S]*?)\n\2$/gm)];
  return Object.fromEntries(entries.map(([, name, , value]) => [name, value]));
}
