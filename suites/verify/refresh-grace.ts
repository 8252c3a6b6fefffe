import { setTimeout } from 'node:timers/promises';
import type { ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';

/** Seconds that a requirement can wait. */
const patience = 30;

/** Waits until a rotated refresh token has outlived the time for which the subject file lets it work on. */
export async function outliveGrace({ facts }: ServerUnderTest, judge: Judge): Promise<void> {
  const grace = facts.server.refreshGraceSeconds ?? 0;
  if (grace > patience)
    judge.inconclusive(
      `a grace period of at most ${patience} s`,
      `server.refreshGraceSeconds: ${grace}, longer than a test waits`,
    );
  if (grace > 0) await setTimeout(grace * 1000 + 500);
}
