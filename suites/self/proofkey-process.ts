import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { RequirementResult } from '../../fixtures/verdict/result.js';
import type { RunResults } from '../../results/run-results.js';

const program = fileURLToPath(new URL('../../cli/main.js', import.meta.url));
/** By it the processes of one run are told from those of all others: it stands in the environment of each. */
const markVariable = 'PROOFKEY_SELF_TEST';
/** Tenths of a second that a killed process gets to be gone. */
const patience = 30;
/** Milliseconds after which a run is held to hang. */
const limitMs = 120_000;

/** What a run of the command line left. */
export interface Finished {
  /** Null when a signal ended it. */
  code: number | null;
  stdout: string;
  stderr: string;
  /** Undefined when it wrote none. */
  results: RunResults | undefined;
  seconds: number;
}

/** `proofkey` as people start it, in a process of its own; reports and temporary files go to a folder of the test. */
export class ProofkeyProcess {
  readonly folder = mkdtempSync(join(tmpdir(), 'proofkey-self-'));
  readonly out = join(this.folder, 'out');
  readonly temporary = mkdtempSync(join(this.folder, 'tmp-'));
  readonly #mark = randomUUID();
  readonly #started = performance.now();
  readonly #child: ChildProcess;
  readonly #output = { stdout: '', stderr: '' };

  constructor(t: Pick<TestContext, 'after'>, words: readonly string[], env: NodeJS.ProcessEnv = {}) {
    this.#child = spawn(process.execPath, [program, ...words, '--out', this.out], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...inherited(), NO_COLOR: '1', TMPDIR: this.temporary, [markVariable]: this.#mark, ...env },
    });
    for (const stream of ['stdout', 'stderr'] as const)
      this.#child[stream]?.setEncoding('utf8').on('data', (text: string) => {
        this.#output[stream] += text;
      });
    t.after(() => {
      this.#killAll();
      rmSync(this.folder, { recursive: true, force: true });
    });
  }

  /** Calls `listener` with each piece of what is written to stderr, as it comes. */
  onError(listener: (text: string) => void): void {
    this.#child.stderr?.on('data', listener);
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  async finished(): Promise<Finished> {
    const limit = setTimeout(() => this.#killAll(), limitMs);
    const code = await new Promise<number | null>((resolve, reject) =>
      this.#child.once('error', reject).once('close', resolve),
    );
    clearTimeout(limit);
    const file = join(this.out, 'results.json');
    const results = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as RunResults) : undefined;
    return { code, ...this.#output, results, seconds: (performance.now() - this.#started) / 1000 };
  }

  /**
   * Command lines of processes of this run that are still there. One that was killed goes when the system comes to
   * it, so it is given a moment. Linux only; elsewhere it finds none.
   */
  async leftBehind(): Promise<string[]> {
    for (let turn = 0; turn < patience && this.#commands().length > 0; turn++) await delay(100);
    return this.#commands();
  }

  /**
   * The most memory, in bytes, that any one of the processes that are there now has held at a time (resident, by the
   * kernel's own record). Linux only; elsewhere 0.
   */
  peakMemory(): number {
    const peak = (pid: number) => Number(/^VmHWM:\s+(\d+) kB$/m.exec(readProcess(pid, 'status'))?.[1] ?? 0);
    return 1024 * Math.max(0, ...this.#pids().map(peak));
  }

  #commands(): string[] {
    const commands = this.#pids().map((pid) => readProcess(pid, 'cmdline').replaceAll('\0', ' '));
    return commands.filter((command) => command !== '');
  }

  #pids(): number[] {
    if (process.platform !== 'linux') return [];
    const mark = `${markVariable}=${this.#mark}`;
    const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return all.map(Number).filter((pid) => readProcess(pid, 'environ').includes(mark));
  }

  /** The test runner is in a process group of its own, which a killed command line cannot end any more. */
  #killAll(): void {
    this.#child.kill('SIGKILL');
    for (const pid of this.#pids()) process.kill(pid, 'SIGKILL');
  }
}

/** Runs `proofkey run` to its end. */
export function runProofkey(
  t: Pick<TestContext, 'after'>,
  words: readonly string[],
  env?: NodeJS.ProcessEnv,
): Promise<Finished> {
  return new ProofkeyProcess(t, ['run', ...words], env).finished();
}

/** What a command left that is no run. */
export type Ended = Record<'stdout' | 'stderr', string> & { code: number };

/** Runs any command to its end. It finds out by itself that it writes to no terminal. */
export function runCommand(words: readonly string[], cwd?: string): Promise<Ended> {
  const options = { cwd, env: inherited(), maxBuffer: 1 << 26 };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program, ...words], options, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

/** All judged requirements of a run with one subject. */
export function requirementsOf({ results, stderr }: Finished): RequirementResult[] {
  const [subject] = results?.subjects ?? [];
  if (subject === undefined) throw new Error(`the run wrote no results.json: ${stderr}`);
  return subject.requirements;
}

/** `id: verdict`, for comparing at a glance. */
export function verdictsOf(run: Finished): string[] {
  return requirementsOf(run).map(({ id, verdict }) => `${id}: ${verdict}`);
}

/** Without what the test runner around us sets: a child of node:test would report to it instead of to people. */
function inherited(): NodeJS.ProcessEnv {
  const { NODE_TEST_CONTEXT: _context, FORCE_COLOR: _color, ...rest } = process.env;
  return rest;
}

function readProcess(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // It ended meanwhile, or belongs to somebody else.
    return '';
  }
}
