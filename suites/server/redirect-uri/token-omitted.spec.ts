import { describeAnswer } from '../../../fixtures/server/server-under-test.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { carriesAccessToken } from '../../verify/token-refusal.js';
import { verifyAvailable } from '../../verify/unavailable.js';

test(
  'OAuth 2.0: redirect_uri sent in the first leg is also required in the second',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6749 §4.1.3', 'OAuth 2.1 draft-16 §10.2'],
    attack: 'Who redeems a stolen or guessed code need not know where it was sent.',
    threats: ['RFC 6819 §4.4.1.3'],
    tested: 'Redeems a fresh code with the right verifier and without redirect_uri.',
    fix: 'Keep with the code whether the authorization request had a redirect_uri, and refuse a token request without it then.',
    needs: ['as.code', 'cfg.login'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    const answer = await server.redeem(await server.obtainCode(), { redirect_uri: undefined });
    const received = describeAnswer(answer);
    if (judge.claims('oauth2.0')) {
      const expected = '400 and no access_token';
      if (answer.status === 400 && !carriesAccessToken(answer)) return;
      if (answer.status === 429) judge.inconclusive(expected, received);
      judge.fail({ expected, received, unavailable: answer.status >= 500 });
    }
    const expected = 'a token, or 400';
    verifyAvailable(judge, expected, answer);
    if (carriesAccessToken(answer)) return;
    if (answer.status !== 400) judge.inconclusive(expected, received);
    judge.note('redirect_uri is required at the token endpoint, which OAuth 2.1 drops');
  },
);
