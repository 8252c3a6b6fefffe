import type { Judge } from '../../../fixtures/verdict/judge.js';

/** A login that was begun, and how it ended. */
export interface Ended {
  state: string | undefined;
  fate: 'completed' | 'refused by the user' | 'failed at the token endpoint' | 'abandoned';
}

/** Taking an abandoned login up again gives nobody a value that was seen in a response. */
export function verifyNew(judge: Judge, state: string | undefined, earlier: readonly Ended[]): void {
  if (state === undefined) judge.note('a later login sends no state');
  const same = earlier.filter((login) => state !== undefined && login.state === state);
  const worst = same.find(({ fate }) => fate !== 'abandoned') ?? same[0];
  if (worst === undefined) return;
  const observation = { expected: 'a new state', received: `that of a login that was ${worst.fate}` };
  if (worst.fate === 'abandoned') judge.warn(observation);
  else judge.fail(observation);
}
