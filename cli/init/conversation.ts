import { createInterface, type Interface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { plainLines } from '../../reports/plain.js';
import { wrap } from '../../reports/terminal/wrap.js';
import { Interrupted, UsageError } from '../usage-error.js';
import { type Answers, given } from './given.js';
import { AnswerError, type Flag, type Interview, type Question } from './question.js';

export interface Streams {
  input: Readable;
  output: Writable;
}

/** Asks a person, and asks again until the answer can be used. What the command line answers is not asked. */
export class Conversation implements Interview {
  readonly patient: boolean;
  /** Rejects when the person ends the conversation, whatever is going on then. */
  readonly ended: Promise<never>;
  readonly #readline: Interface;
  /** Lines that came before they were asked for: pasted, or piped. */
  readonly #lines: string[] = [];
  #waiting: ((line: string | undefined) => void) | undefined;
  #closed = false;

  constructor(
    private readonly answers: Answers,
    private readonly streams: Streams,
    /** Takes what a question offers, and asks only where it offers nothing. */
    private readonly takesDefaults: boolean,
  ) {
    // What is taken unseen nobody has agreed to.
    this.patient = !takesDefaults;
    this.#readline = createInterface({ ...streams, historySize: 0 });
    this.#readline.on('line', (line) => this.#arrived(line));
    this.#readline.on('close', () => {
      this.#closed = true;
      this.#waiting?.(undefined);
    });
    this.ended = new Promise((_resolve, reject) => {
      this.#readline.on('SIGINT', () => {
        this.say('');
        reject(new Interrupted('ended; nothing was written'));
      });
    });
    // It may end when nobody waits for it any more.
    this.ended.catch(() => undefined);
  }

  async ask<T>(question: Question<T>): Promise<T> {
    const answered = given(question, this.answers);
    if (answered !== undefined) return answered.value;
    const { initial } = question;
    if (this.takesDefaults && initial !== undefined) return question.parse(initial);
    this.say(`\n${question.ask}`);
    this.#indented(question.explanation);
    for (;;) {
      const line = (await this.#line(initial)).trim();
      if (line === '?') this.#indented(question.help);
      else {
        const tried = attempt(question, line === '' ? (initial ?? '') : line);
        if ('value' in tried) return tried.value;
        this.#indented(tried.objection);
      }
    }
  }

  answered(flag: Flag): boolean {
    return this.answers[flag] !== undefined;
  }

  say(text: string): void {
    this.streams.output.write(`${plainLines(text)}\n`);
  }

  close(): void {
    this.#readline.close();
  }

  #indented(text: string): void {
    const { columns = 100 } = this.streams.output as { columns?: number };
    for (const line of wrap(text, Math.max(columns, 40) - 2)) this.say(`  ${line}`);
  }

  async #line(initial: string | undefined): Promise<string> {
    const early = this.#lines.shift();
    if (early !== undefined) return early;
    if (this.#closed) throw inputEnded();
    const offered = initial === undefined || initial === '' ? '' : `[${plainLines(initial)}] `;
    this.#readline.setPrompt(`${offered}> `);
    this.#readline.prompt();
    const line = await new Promise<string | undefined>((resolve) => {
      this.#waiting = resolve;
    });
    if (line === undefined) throw inputEnded();
    return line;
  }

  #arrived(line: string): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting === undefined) this.#lines.push(line);
    else waiting(line);
  }
}

function attempt<T>({ parse }: Question<T>, line: string): { value: T } | { objection: string } {
  try {
    return { value: parse(line) };
  } catch (error) {
    if (error instanceof AnswerError) return { objection: error.message };
    throw error;
  }
}

function inputEnded(): UsageError {
  return new UsageError('the input ended before the last question; nothing was written');
}
