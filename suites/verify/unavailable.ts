import { describeAnswer } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import type { Answer } from '../../fixtures/wire/transport.js';

/** 429 and 5xx answer nothing, neither yes nor no (catalogue, conventions). */
export function verifyAvailable(judge: Judge, expected: string, answer: Answer): void {
  if (answer.status === 429 || answer.status >= 500) judge.inconclusive(expected, describeAnswer(answer));
}
