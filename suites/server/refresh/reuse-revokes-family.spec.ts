import { type ServerUnderTest, tokensIn } from '../../../fixtures/server/server-under-test.js';
import { goodAt, selfContained, sightings } from '../../../fixtures/server/token-liveness.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { outliveGrace } from '../../verify/refresh-grace.js';
import { obtainRefreshToken } from '../../verify/revocation.js';
import { verifyRefused } from '../../verify/token-refusal.js';

test(
  'Use of a retired refresh token revokes the whole chain',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 9700 §4.14.2', 'OAuth 2.1 draft-16 §4.3.1'],
    attack: 'A thief who used the refresh token first keeps the grant for ever.',
    threats: ['RFC 9700 §4.14', 'RFC 6819 §4.1.2'],
    tested: 'Rotates twice as a public client, replays the first refresh token, then uses the newest.',
    fix: 'Keep the link from a retired refresh token to its grant, and revoke the grant with all its tokens when one comes back.',
    needs: ['as.refresh', 'as.rotation', 'cfg.public-client', 'cfg.login'],
    negative: true,
    control: 'server/refresh/yields-access-token',
    client: 'public-client',
  }),
  async ({ server, judge }) => {
    const first = await obtainRefreshToken(server, judge);
    const second = await rotate(server, judge, first);
    const { refreshToken: newest, accessToken } = await rotate(server, judge, second.refreshToken);
    await outliveGrace(server, judge);
    await judge.variant('the retired token', async () =>
      verifyRefused(judge, await server.refresh(first), { errors: ['invalid_grant'] }),
    );
    await judge.variant('the newest token after that', async () =>
      verifyRefused(judge, await server.refresh(newest), { errors: ['invalid_grant'] }),
    );
    if (judge.verdict() === 'fail') return;
    const places = goodAt(await sightings(server, accessToken));
    if (places.length === 0) return;
    const received = `a token that is good at ${places.join(' and ')}`;
    if (selfContained(accessToken, places)) return judge.note(`access token of the chain: ${received}`);
    judge.warn({ expected: 'the access token of the chain dead as well', received });
  },
);

async function rotate(server: ServerUnderTest, judge: Judge, refreshToken: string) {
  const tokens = tokensIn(await server.refresh(refreshToken));
  const { refreshToken: next, accessToken } = tokens;
  if (next === undefined || next === refreshToken)
    judge.inconclusive('another refresh token', next === undefined ? 'none' : 'the same one');
  return { refreshToken: next, accessToken };
}
