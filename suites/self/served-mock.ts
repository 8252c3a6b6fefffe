import { type ChildProcess, spawn } from 'node:child_process';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../cli/main.js', import.meta.url));

/** `proofkey serve` as people start it, on a free port, ended with the test. */
export class ServedMock {
  #output = '';
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;

  constructor(t: Pick<TestContext, 'after'>, words: readonly string[]) {
    const { NODE_TEST_CONTEXT: _context, ...env } = process.env;
    this.#child = spawn(process.execPath, [program, 'serve', '--port', '0', ...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...env, NO_COLOR: '1' },
    });
    this.#ended = new Promise((resolve) => this.#child.once('close', resolve));
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
      });
    t.after(() => this.#child.kill('SIGKILL'));
  }

  /** Everything that was printed until it served. Throws with what it said where it ended instead. */
  async banner(): Promise<string> {
    const ready = /Faults .*\n(?:[\s\S]*)\n$/;
    while (!ready.test(this.#output)) {
      const ended = await Promise.race([this.#ended.then(() => true), this.#more()]);
      if (ended) throw new Error(`serve ended: ${this.#output}`);
    }
    return this.#output;
  }

  /** Value of a line of the banner. */
  async told(label: string): Promise<string> {
    const found = new RegExp(`^ *${label} +(\\S.*)$`, 'm').exec(await this.banner())?.[1];
    if (found === undefined) throw new Error(`the banner tells no ${label}: ${this.#output}`);
    return found;
  }

  /** Exit code and output of one that refuses to start. */
  async refusal(): Promise<{ code: number | null; output: string }> {
    return { code: await this.#ended, output: this.#output };
  }

  #more(): Promise<false> {
    return new Promise((resolve) => this.#child.stdout?.once('data', () => resolve(false)));
  }
}
