import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { TestContext } from 'node:test';
import { loadSubject } from '../../../connection/load-subject.js';
import { judgeText } from '../../../connection/manifest/judge-text.js';
import type { Subject } from '../../../connection/subject.js';
import { type MockProvider, startMockProvider } from '../../../mock-provider/index.js';
import type { Answers } from '../given.js';
import { writeSubject } from '../write-subject.js';

export { listening } from '../../../suites/self/servers/listening.js';

const client = { client_id: 'demo', redirect_uris: ['http://127.0.0.1/callback'] };

/** What was asked and answered, and the file. */
export class Session {
  readonly file: string;
  readonly input = new PassThrough();
  shown = '';

  constructor(t: TestContext) {
    const folder = mkdtempSync(join(tmpdir(), 'proofkey-init-'));
    t.after(() => rmSync(folder, { recursive: true }));
    this.file = join(folder, 'first.yaml');
  }

  /** The conversation of a person who gives these lines, one to each question, and then ends the input. */
  asked(lines: readonly string[], answers: Answers = {}): Promise<void> {
    this.input.end(lines.map((line) => `${line}\n`).join(''));
    return this.run(answers, true);
  }

  run(answers: Answers, attended: boolean, yes = false): Promise<void> {
    const output = new PassThrough().setEncoding('utf8').on('data', (text: string) => {
      this.shown += text;
    });
    return writeSubject({
      ...{ answers, out: this.file, force: false, yes },
      streams: attended ? { input: this.input, output } : undefined,
      write: (text) => {
        this.shown += text;
      },
    });
  }

  /** The file as `run` and as `validate` take it. */
  get subject(): Subject {
    const text = readFileSync(this.file, 'utf8');
    assert.deepEqual(judgeText(this.file, text, '2026-06-15'), []);
    assert.match(text, /^# yaml-language-server: \$schema=\S+subject\.schema\.json\n/);
    const silent = text.split('\n').filter((line) => !line.includes('# '));
    // What a person fills in, and words that say it all, need no comment.
    for (const line of silent) assert.match(line, /^(version: 1| {2}auth:| {4}type: oauth| {6,}\S.*)?$/);
    return loadSubject(this.file).subject;
  }
}

export async function mock(
  t: TestContext,
  options: Parameters<typeof startMockProvider>[0] = {},
): Promise<MockProvider> {
  const provider = await startMockProvider({ clients: [client], approval: 'pages', ...options });
  t.after(() => provider.close());
  return provider;
}

/** Sets a variable for the time of a test. */
export function withVariable(t: TestContext, name: string, value: string): void {
  process.env[name] = value;
  t.after(() => delete process.env[name]);
}
