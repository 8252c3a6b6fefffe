import type { TestInfo } from '@playwright/test';
import type { Judge } from '../fixtures/verdict/judge.js';
import type { Verdict } from '../fixtures/verdict/verdict.js';
import type { Spending } from '../fixtures/wire/spending.js';

interface Decided {
  verdict: Verdict;
  message: string | undefined;
}

/**
 * What a declared rate limit makes of a requirement: one that ran dry is skipped, whatever it had seen by then short of
 * a violation, and one that met 429 is undecided. Undefined where the limit did not come in its way.
 */
export function budgetVerdict(
  { spending, judge }: { spending: Spending | undefined; judge: Judge },
  { errors }: Pick<TestInfo, 'errors'>,
): Decided | undefined {
  if (judge.verdict() === 'fail') return spending?.refused ? notHeld(judge, spending.refused) : undefined;
  const stopped = spending?.stopped;
  if (stopped !== undefined) return { verdict: verdicts[stopped.name], message: stopped.message };
  // Dry before the first requirement: while the metadata were read.
  return errors.map(({ message = '' }) => stopTold(message)).find((told) => told !== undefined);
}

const verdicts = { OverBudget: 'skipped', Throttled: 'inconclusive' } as const;

function stopTold(text: string): Decided | undefined {
  const name = (['OverBudget', 'Throttled'] as const).find((one) => text.startsWith(`${one}: `));
  return name === undefined
    ? undefined
    : { verdict: verdicts[name], message: text.slice(name.length + ': '.length) };
}

/** Nobody knows what a server has done with a request that its rate limiter refused; it was asked once more. */
function notHeld(judge: Judge, refused: number): Decided {
  const message = judge.message();
  judge.withdraw();
  const times = refused === 1 ? 'once' : `${refused} times`;
  return {
    verdict: 'inconclusive',
    message: `${message}; not held against the server, whose rate limiter had answered 429 ${times} meanwhile`,
  };
}
