import { UsageError } from '../usage-error.js';
import { AnswerError, type Flag, type Question } from './question.js';

/** What the command line answers, by option. */
export type Answers = Partial<Record<Flag, string>>;

/** The answer that the command line has for a question, if any. */
export function given<T>({ flag, parse }: Question<T>, answers: Answers): { value: T } | undefined {
  const text = answers[flag];
  if (text === undefined) return undefined;
  try {
    return { value: parse(text) };
  } catch (error) {
    if (error instanceof AnswerError) throw new UsageError(`${optionOf(flag)}: ${error.message}`);
    throw error;
  }
}

/** As it stands on the command line. */
export function optionOf(flag: Flag): string {
  return flag === 'issuer' ? 'the issuer (proofkey init ISSUER)' : `--${flag}`;
}
