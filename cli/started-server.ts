import { setTimeout as delay } from 'node:timers/promises';
import { answers } from '../fixtures/process/answers.js';
import { ChildGroup } from '../fixtures/process/child-group.js';
import { KeptOutput } from '../fixtures/process/kept-output.js';
import { plain } from '../reports/plain.js';
import { fieldPlace, type PreparedSubject } from './prepare-subjects.js';
import { Interrupted, UsageError } from './usage-error.js';

const defaultTimeoutSeconds = 30;
const pollMs = 50;
/** Milliseconds that a server gets to end by itself. */
const graceMs = 2000;
/** Lines of a server's output that are shown. */
const shownLines = 20;

/** The program of `server.start`: up before the run, ended after it. */
export class StartedServer {
  readonly #group: ChildGroup;
  readonly #output = new KeptOutput();
  #ending = false;

  private constructor(readonly subject: PreparedSubject) {
    const [program = '', ...parameters] = subject.subject.server?.start?.command ?? [];
    this.#group = new ChildGroup(program, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.#group.process.stdout, this.#group.process.stderr]) this.#output.keep(stream);
  }

  /** Resolves when the server answers; undefined for a subject that has no `start`. Throws UsageError otherwise. */
  static async start(subject: PreparedSubject, signal: AbortSignal): Promise<StartedServer | undefined> {
    const start = subject.subject.server?.start;
    if (start === undefined) return undefined;
    if (await answers(start.url))
      throw new UsageError(
        `${fieldPlace(subject, ['server', 'start', 'url'])}: something answers at ${start.url} already, so the server that the file starts would ` +
          'not be the one that is judged. Stop it, or remove "start" to judge what is running',
      );
    const server = new StartedServer(subject);
    try {
      await server.#ready(start.url, start.timeoutSeconds ?? defaultTimeoutSeconds, signal);
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** What to say beside failed controls when the program is gone although the run was not over. */
  diagnosis(): string[] {
    if (this.#group.running || this.#ending) return [];
    return [`the program of server.start ended before the run was over`];
  }

  async stop(): Promise<void> {
    this.#ending = true;
    await this.#group.end(graceMs);
  }

  async #ready(url: string, timeoutSeconds: number, signal: AbortSignal): Promise<void> {
    const deadline = performance.now() + timeoutSeconds * 1000;
    while (this.#group.running && performance.now() < deadline && !signal.aborted) {
      if (await answers(url)) return;
      await delay(pollMs);
    }
    if (signal.aborted) throw new Interrupted('ended before the server was up');
    const why = this.#group.running
      ? `did not answer at ${url} within ${timeoutSeconds} s`
      : await this.#howItEnded();
    const output = this.#output
      .lastLines(shownLines)
      .map(plain)
      .map((line) => `\n  ${line}`)
      .join('');
    throw new UsageError(
      `${fieldPlace(this.subject, ['server', 'start', 'command'])}: the program of server.start ${why}${output === '' ? ', and wrote nothing' : `. It wrote:${output}`}`,
    );
  }

  async #howItEnded(): Promise<string> {
    const { code, signal, error } = await this.#group.ended;
    if (error !== undefined) return `cannot be run (${error.message})`;
    return `ended with ${signal === null ? `exit code ${code}` : signal} before it answered`;
  }
}
