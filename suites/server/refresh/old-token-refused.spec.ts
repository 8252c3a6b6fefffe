import { describeAnswer, tokensIn } from '../../../fixtures/server/server-under-test.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { outliveGrace } from '../../verify/refresh-grace.js';
import { obtainRefreshToken } from '../../verify/revocation.js';
import { verifyRefused } from '../../verify/token-refusal.js';

test(
  'After rotation the previous refresh token is dead',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 9700 §4.14.2', 'OAuth 2.1 draft-16 §4.3.1'],
    attack: 'A stolen refresh token stays usable beside the rotated one, so that rotation protects nobody.',
    threats: ['RFC 9700 §4.14', 'RFC 6819 §4.1.2'],
    tested: 'Refreshes as a public client, waits the declared grace period, and uses the first token again.',
    fix: 'Invalidate a refresh token in the same transaction that issues its successor, and answer invalid_grant from then on.',
    needs: ['as.refresh', 'as.rotation', 'cfg.public-client', 'cfg.login'],
    negative: true,
    control: 'server/refresh/yields-access-token',
    client: 'public-client',
  }),
  async ({ server, judge }) => {
    const first = await obtainRefreshToken(server, judge);
    const { refreshToken: next } = tokensIn(await server.refresh(first));
    if (next === undefined || next === first)
      judge.inconclusive('another refresh token', next === undefined ? 'none' : 'the same one');
    if ((server.facts.server.refreshGraceSeconds ?? 0) > 0)
      judge.note(`within the declared grace period: ${describeAnswer(await server.refresh(first))}`);
    await outliveGrace(server, judge);
    verifyRefused(judge, await server.refresh(first), { errors: ['invalid_grant'] });
  },
);
