import { dayOf } from '../../connection/expired.js';
import { judgeText } from '../../connection/manifest/judge-text.js';
import { UsageError } from '../usage-error.js';
import type { SubjectAnswers } from './answers.js';
import { askSubject } from './ask-subject.js';
import { Conversation, type Streams } from './conversation.js';
import type { Answers } from './given.js';
import { nextSteps } from './next-steps.js';
import type { Interview } from './question.js';
import { subjectText } from './subject-text.js';
import { Unattended } from './unattended.js';
import { refuseExisting, writeNew } from './written-file.js';

export interface WriteOptions {
  answers: Answers;
  /** File to write. */
  out: string;
  force: boolean;
  /** Where a person is asked; undefined: nobody is there. */
  streams: Streams | undefined;
  /** Takes what questions offer. */
  yes: boolean;
  write: (text: string) => void;
}

/** Asks, by whatever means, and writes the subject file. Nothing is written unless all is answered. */
export async function writeSubject(options: WriteOptions): Promise<void> {
  const { answers, out, force, streams, write } = options;
  refuseExisting(out, force);
  const told =
    streams === undefined
      ? await ask(new Unattended(answers, write), answers)
      : await converse(streams, options);
  const text = subjectText(told);
  refuseInvalid(text, out);
  writeNew(out, text, force);
  write(`\n${nextSteps(told, out)}`);
}

async function converse(streams: Streams, { answers, yes }: WriteOptions): Promise<SubjectAnswers> {
  const conversation = new Conversation(answers, streams, yes);
  try {
    conversation.say('Press Enter for what stands in brackets, ? for more about a question, Ctrl-C to end.');
    return await Promise.race([ask(conversation, answers), conversation.ended]);
  } finally {
    conversation.close();
  }
}

function ask(interview: Interview, { issuer }: Answers): Promise<SubjectAnswers> {
  return askSubject(interview, issuer);
}

/** Each answer was possible; together they may not be. */
function refuseInvalid(text: string, out: string): void {
  const today = dayOf(new Date().toISOString());
  const errors = judgeText(out, text, today).filter(({ level }) => level === 'error');
  if (errors.length === 0) return;
  const lines = errors.map(({ path, message }) => `  ${path}: ${message}`);
  throw new UsageError(`the answers do not fit together, so nothing was written:\n${lines.join('\n')}`);
}
