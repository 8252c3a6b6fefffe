import { plainLines } from '../../reports/plain.js';
import { UsageError } from '../usage-error.js';
import { type Answers, given, optionOf } from './given.js';
import { type Flag, flags, type Interview, type Question } from './question.js';

/** Answers from the command line, and by what the questions offer: nobody is there to be asked. */
export class Unattended implements Interview {
  readonly patient = false;

  constructor(
    private readonly answers: Answers,
    private readonly write: (text: string) => void,
  ) {}

  async ask<T>(question: Question<T>): Promise<T> {
    const answered = given(question, this.answers);
    if (answered !== undefined) return answered.value;
    if (question.initial !== undefined) return question.parse(question.initial);
    const { flag, ask, explanation } = question;
    const option = flag === 'issuer' ? optionOf(flag) : `${optionOf(flag)} ${flags[flag]}`;
    throw new UsageError(
      `init needs ${option}, since standard input is no terminal at which to ask. ${ask}: ${explanation}`,
    );
  }

  answered(flag: Flag): boolean {
    return this.answers[flag] !== undefined;
  }

  say(text: string): void {
    this.write(`${plainLines(text)}\n`);
  }
}
