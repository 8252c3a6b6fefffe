import { unique } from '../../../fixtures/server/pkce.js';
import { describeAnswer } from '../../../fixtures/server/server-under-test.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { admittedOther } from '../../verify/other-client.js';
import { obtainRefreshToken } from '../../verify/revocation.js';
import { carriesAccessToken } from '../../verify/token-refusal.js';
import { verifyAvailable } from '../../verify/unavailable.js';

const token_type_hint = 'refresh_token';

test(
  "One client cannot revoke another client's tokens",
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 7009 §2.1', 'RFC 7009 §5'],
    attack: 'One client logs out the users of another.',
    threats: [],
    tested:
      "Revokes a client's refresh token as another client, after a random string for comparison; then the owner uses it.",
    fix: 'Compare the client that asks for revocation with the one that the token was issued to, and leave the token alone when they differ.',
    needs: ['as.revocation', 'as.refresh', 'cfg.second-client', 'cfg.login'],
    negative: true,
    control: 'server/revocation/refresh-token',
  }),
  async ({ server, judge }) => {
    const stranger = await admittedOther(server, judge, (other) =>
      other.post('revocation', { token: unique('token'), token_type_hint }),
    );
    const token = await obtainRefreshToken(server, judge);
    const answer = await stranger.post('revocation', { token, token_type_hint });
    verifyAvailable(judge, 'a refusal, or 200 without effect', answer);
    const own = await server.refresh(token);
    const expected = 'an access token for the owner, as before';
    verifyAvailable(judge, expected, own);
    if (!carriesAccessToken(own)) judge.fail({ expected, received: describeAnswer(own) });
    judge.note(`the other client is answered ${describeAnswer(answer)}`);
  },
);
