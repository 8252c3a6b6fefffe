import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { headedVariable, type Plan, planVariable, runKeyVariable } from '../fixtures/plan.js';
import { ChildGroup } from '../fixtures/process/child-group.js';
import { within } from '../fixtures/process/within.js';
import type { ProgressDetail } from '../reports/progress/progress.js';
import { progressVariable } from '../reports/progress-reporter.js';
import { type Collected, readCollected } from '../results/collected.js';

export interface RunnerOptions {
  headed: boolean;
  /** What is shown of it on stderr while it runs; undefined: nothing. */
  progress: ProgressDetail | undefined;
  /** Ends the run early; what was decided until then is kept. */
  signal: AbortSignal;
}

export interface RunnerReport extends Collected {
  /** Why planned requirements may be without a result. */
  cutShort: string;
}

/** Milliseconds that the test runner gets to end its workers after Ctrl-C. */
const graceMs = 5000;
/** Characters of the runner's own output that are kept, for the case that it dies. */
const keptOutput = 4000;

/** Runs a plan with Playwright, in a process of its own, and returns what it left. */
export async function runTests(plan: Omit<Plan, 'out'>, options: RunnerOptions): Promise<RunnerReport> {
  // mkdtemp makes the folder 0700: the plan may hold what a subject file says in clear for a loopback server.
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-run-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // Where a second Ctrl-C ends us at once, nothing else would.
  process.once('exit', remove);
  try {
    const planFile = join(folder, 'plan.json');
    writeFileSync(planFile, JSON.stringify({ ...plan, out: folder } satisfies Plan), { mode: 0o600 });
    const end = await runPlaywright(planFile, options);
    const collected = readCollected(folder);
    return { ...collected, cutShort: end };
  } finally {
    remove();
    process.removeListener('exit', remove);
  }
}

/** Resolves with the reason for requirements that have no result when the runner is gone. */
async function runPlaywright(planFile: string, { headed, progress, signal }: RunnerOptions): Promise<string> {
  const runner = new ChildGroup(process.execPath, runnerCommand(), {
    // The runner's streams are ours to judge; its progress reporter writes to descriptor 3, our stderr.
    stdio: ['ignore', 'pipe', 'pipe', 2],
    env: runnerEnvironment(planFile, { headed, progress }),
  });
  let output = '';
  for (const stream of [runner.process.stdout, runner.process.stderr])
    stream?.on('data', (chunk) => {
      output = (output + String(chunk)).slice(-keptOutput);
    });
  const stop = async () => {
    runner.signal('SIGINT');
    await within<unknown>(runner.ended, graceMs, () => undefined);
    runner.signal('SIGKILL');
  };
  if (signal.aborted) void stop();
  else signal.addEventListener('abort', () => void stop(), { once: true });
  const { code, signal: killedBy, error } = await runner.ended;
  // Workers and browsers that a dying runner left behind.
  runner.signal('SIGKILL');
  if (signal.aborted) return 'the run was ended before this requirement was judged';
  const how = error?.message ?? (killedBy === null ? `exit code ${code}` : `signal ${killedBy}`);
  return `the test runner ended (${how}) before this requirement was judged${output === '' ? '' : `: ${output}`}`;
}

function runnerCommand(): string[] {
  // proofkey's own Playwright, whatever version the project has in which it is installed.
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const config = fileURLToPath(new URL('../suites/playwright.config.js', import.meta.url));
  return [cli, 'test', '--config', config];
}

function runnerEnvironment(
  planFile: string,
  { headed, progress }: Pick<RunnerOptions, 'headed' | 'progress'>,
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    [planVariable]: planFile,
    [runKeyVariable]: randomBytes(32).toString('hex'),
    ...(headed ? { [headedVariable]: '1' } : {}),
    ...(progress === undefined ? {} : { [progressVariable]: progress }),
    // The specs are compiled: Playwright's loader would only transpile them again, at 0.6 s a process.
    PW_DISABLE_TS_ESM: '1',
  };
}
