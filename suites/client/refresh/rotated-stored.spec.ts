import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { logInForRefresh } from '../../controls/client/refreshes.js';
import { requirement } from '../../requirement.js';
import { refreshOnce, refreshRequests } from '../../verify/client/session.js';

test(
  'A new refresh token replaces the old one, durably',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §6', 'OAuth 2.1 draft-16 §4.3.2'],
    attack: 'The next refresh presents a retired token, is taken for theft, and ends the session.',
    threats: [],
    tested:
      'Rotates the refresh token at a refresh, has the client refresh again, and once more after a restart.',
    fix: 'When an answer carries refresh_token, replace the stored one in the same write that stores the access token.',
    needs: ['client.refresh', 'client.owns-tokens', 'provider.rotation'],
    negative: false,
  }),
  async ({ client, judge }) => {
    const { refreshToken: first } = await logInForRefresh(client, judge);
    const second = await verifyRotated(client, judge, first);
    const third = await verifyRotated(client, judge, second);
    if (client.can('restart')) await verifyAfterRestart(client, judge, third);
  },
);

/** One refresh with the token that the client was given last; returns the one that it is given now. */
async function verifyRotated(client: ClientUnderTest, judge: Judge, newest: string): Promise<string> {
  const request = await refreshOnce(client, judge);
  verifyNewest(judge, request.parameter('refresh_token'), newest);
  const next = request.answered('refresh_token');
  if (typeof next === 'string') return next;
  return judge.inconclusive('a rotated refresh token', `HTTP ${request.status} without one`);
}

/** Nothing stored is as good as the newest token stored; a retired one is not. */
async function verifyAfterRestart(client: ClientUnderTest, judge: Judge, newest: string): Promise<void> {
  const outcome = await client.restart();
  if (outcome.result !== 'ok') return judge.note(`no restart: ${outcomeText(outcome)}`);
  const begun = performance.now();
  await client.refresh();
  const request = refreshRequests(client, begun).at(-1);
  if (request !== undefined) verifyNewest(judge, request.parameter('refresh_token'), newest);
}

function verifyNewest(judge: Judge, sent: string | undefined, newest: string): void {
  if (sent !== newest)
    judge.fail({
      expected: 'a refresh with the refresh token that came last',
      received: 'a refresh with another one',
    });
}
