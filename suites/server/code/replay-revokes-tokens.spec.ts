import { forResource, forUserinfo } from '../../../fixtures/server/resource-request.js';
import { describeAnswer } from '../../../fixtures/server/server-under-test.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { redeemAndProbe, refreshes, stillGoodAt } from '../../verify/replayed-code.js';
import { carriesAccessToken } from '../../verify/token-refusal.js';
import { verifyAvailable } from '../../verify/unavailable.js';

test(
  'A valid second redemption kills the tokens of the first',
  requirement({
    level: 'SHOULD',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §4.1.2', 'RFC 6749 §10.5', 'OAuth 2.1 draft-16 §7.5.2'],
    attack: 'A thief who redeemed the code first keeps access, though the theft came to light.',
    threats: ['RFC 9700 §4.2.1', 'RFC 6819 §4.4.1.1'],
    tested:
      'Redeems a code, sees the tokens work, redeems it again with everything right, and tries the tokens once more.',
    fix: 'Keep the tokens with the code that they came from, and revoke them when it is redeemed a second time.',
    needs: ['as.code', 'cfg.login', 'cap.token-liveness'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    let first = await redeemAndProbe(server, forResource(server));
    if (first.places.length === 0 && server.facts.endpoints.userinfo !== undefined)
      first = await redeemAndProbe(server, forUserinfo(server));
    const { tokens, places } = first;
    const refreshToken = (await refreshes(server, first.changes)) ? tokens.refreshToken : undefined;
    if (places.length === 0 && refreshToken === undefined)
      judge.inconclusive('a token whose revocation can be seen', 'a self-contained access token at most');
    if (places.length === 0)
      judge.note('only the refresh token is judged: no place to see the other revoked');
    const replay = await first.redeemAgain();
    verifyAvailable(judge, 'a refusal of the second redemption', replay);
    if (carriesAccessToken(replay)) judge.inconclusive('a refusal of the second redemption', 'a token');
    const good = await stillGoodAt(server, judge, tokens.accessToken, places);
    if (good.length > 0)
      judge.warn({
        expected: 'an access token that is good for nothing',
        received: `one that is still good for ${good.join(' and ')}`,
      });
    if (refreshToken === undefined) return;
    const expected = 'error=invalid_grant for the refresh token';
    const answer = await server.refresh(refreshToken);
    verifyAvailable(judge, expected, answer);
    if (carriesAccessToken(answer)) judge.warn({ expected, received: describeAnswer(answer) });
  },
);
