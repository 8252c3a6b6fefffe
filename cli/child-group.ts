import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

/**
 * A child process with all that it starts: it leads a process group of its own, so that it can be ended as a whole,
 * and so that Ctrl-C at the terminal reaches it only through us. No group outlives this process.
 */
export class ChildGroup {
  readonly process: ChildProcess;
  /** Resolves, never rejects, when the leader is gone; `error` when it could not be started. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; error?: Error }>;
  readonly #endWithUs = (): void => this.signal('SIGKILL');
  #gone = false;

  constructor(command: string, parameters: readonly string[], options: SpawnOptions) {
    this.process = spawn(command, parameters, { ...options, detached: true });
    this.ended = new Promise((resolve) => {
      this.process.once('error', (error) => resolve({ code: null, signal: null, error }));
      this.process.once('exit', (code, signal) => resolve({ code, signal }));
    });
    process.once('exit', this.#endWithUs);
    void this.ended.then(() => {
      this.#gone = true;
    });
  }

  get running(): boolean {
    return !this.#gone;
  }

  /** Sends a signal to every process of the group. */
  signal(signal: NodeJS.Signals): void {
    const { pid } = this.process;
    if (pid === undefined) return;
    try {
      process.kill(-pid, signal);
    } catch {
      // The group is gone already.
    }
  }

  /** Ends the group: asks, waits `graceMs`, then kills what is left, also of a leader that went first. */
  async end(graceMs: number): Promise<void> {
    this.signal('SIGTERM');
    const grace = AbortSignal.timeout(graceMs);
    await Promise.race([this.ended, new Promise((resolve) => grace.addEventListener('abort', resolve))]);
    this.signal('SIGKILL');
    process.removeListener('exit', this.#endWithUs);
  }
}
