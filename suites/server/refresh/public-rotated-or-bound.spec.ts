import { describeAnswer, tokensIn } from '../../../fixtures/server/server-under-test.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { obtainRefreshToken } from '../../verify/revocation.js';
import { carriesAccessToken } from '../../verify/token-refusal.js';
import { verifyAvailable } from '../../verify/unavailable.js';

test(
  'Refresh tokens of public clients are rotated or sender-constrained',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: [
      'RFC 9700 §2.2.2',
      'RFC 9700 §4.14.2',
      'OAuth 2.1 draft-16 §4.3.1',
      'Browser-Based Apps draft §6.3.2.3',
    ],
    attack: 'A stolen refresh token of a public client stays usable, and nobody notices.',
    threats: ['RFC 9700 §4.14', 'RFC 6819 §4.1.2'],
    tested:
      'Refreshes once as a public client; where no other refresh token comes back, again with the first.',
    fix: 'Issue a new refresh token with every refresh of a public client, or bind refresh tokens to a key of the client.',
    needs: ['as.refresh', 'cfg.public-client', 'cfg.login'],
    negative: false,
    control: 'server/refresh/yields-access-token',
    client: 'public-client',
  }),
  async ({ server, judge }) => {
    const first = await obtainRefreshToken(server, judge);
    const { refreshToken: next, body } = tokensIn(await server.refresh(first));
    // No proof was sent: a server that answers so bound the tokens by other means (RFC 8705, RFC 9449 §5).
    if (typeof body.token_type === 'string' && /^dpop$/i.test(body.token_type))
      return judge.note('the tokens are sender-constrained');
    if (next !== undefined && next !== first) return;
    const expected = 'a new refresh token, or none and the first one dead';
    const received = next === undefined ? 'none' : 'the same one';
    const again = await server.refresh(first);
    verifyAvailable(judge, expected, again);
    if (carriesAccessToken(again))
      judge.fail({ expected, received: `${received}, and the first one still works` });
    if (again.status < 400) judge.inconclusive(expected, `${received}, then ${describeAnswer(again)}`);
    judge.note(`${received} comes back, and the first one is dead: ${describeAnswer(again)}`);
  },
);
