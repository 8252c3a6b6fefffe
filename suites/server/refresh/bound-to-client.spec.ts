import { unique } from '../../../fixtures/server/pkce.js';
import { describeAnswer } from '../../../fixtures/server/server-under-test.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { admittedOther } from '../../verify/other-client.js';
import { obtainRefreshToken } from '../../verify/revocation.js';
import { carriesAccessToken, verifyRefused } from '../../verify/token-refusal.js';

test(
  'Another client cannot use the refresh token',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 6749 §6', 'RFC 6749 §10.4', 'RFC 6749 §5.2'],
    attack: 'A refresh token of one client is used by another.',
    threats: ['RFC 9700 §4.14', 'RFC 6819 §4.1.2', 'RFC 6819 §4.5.2', 'RFC 6819 §4.5.3'],
    tested:
      'Presents a refresh token as another client, after a made-up one for comparison; then its owner uses it.',
    fix: 'Store the client with each refresh token and answer invalid_grant when another one presents it.',
    needs: ['as.refresh', 'cfg.second-client', 'cfg.login'],
    negative: true,
    control: 'server/refresh/yields-access-token',
  }),
  async ({ server, judge }) => {
    const stranger = await admittedOther(server, judge, (other) => other.refresh(unique('refresh')));
    const refreshToken = await obtainRefreshToken(server, judge);
    verifyRefused(judge, await stranger.refresh(refreshToken), { errors: ['invalid_grant'] });
    const own = await server.refresh(refreshToken);
    // Ending the grant is a fair answer to a token that turned up in other hands.
    if (!carriesAccessToken(own)) judge.note(`its owner is refused afterwards: ${describeAnswer(own)}`);
  },
);
