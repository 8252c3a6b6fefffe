import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyNotCacheable } from '../../verify/not-cacheable.js';

test(
  'Token responses forbid storage',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6749 §5.1', 'OAuth 2.1 draft-16 §3.2.3', 'RFC 9111 §5.2.2.5'],
    attack: 'A shared cache hands the token of one user to another.',
    threats: ['RFC 6819 §4.6.6'],
    tested: 'Reads Cache-Control of the answer to a code and, where one is issued, to a refresh token.',
    fix: 'Send Cache-Control: no-store, and nothing that contradicts it, with every answer that holds a token.',
    needs: ['as.code', 'cfg.login'],
    negative: false,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    const { answer, refreshToken } = await server.obtainTokens();
    await judge.variant('authorization_code', async () => verifyNotCacheable(judge, answer));
    if (refreshToken === undefined)
      return judge.note('no refresh token is issued: only the code was redeemed');
    await judge.variant('refresh_token', async () => {
      const refreshed = await server.refresh(refreshToken);
      if (refreshed.status === 200) verifyNotCacheable(judge, refreshed);
      else judge.note(`not judged: the refresh token was answered ${refreshed.status}`);
    });
  },
);
