import { unproven, withSecret } from '../../../fixtures/server/client-authentication.js';
import { unique } from '../../../fixtures/server/pkce.js';
import { describeAnswer } from '../../../fixtures/server/server-under-test.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { obtainRefreshToken } from '../../verify/revocation.js';
import { errorCode } from '../../verify/token-error.js';
import { carriesAccessToken } from '../../verify/token-refusal.js';
import { verifyAvailable } from '../../verify/unavailable.js';

test(
  'Confidential clients authenticate at the revocation endpoint',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 7009 §2.1', 'RFC 6749 §2.3'],
    attack: 'Anybody who saw a token of the client can end its session, or try tokens out.',
    threats: [],
    tested: 'Revokes a refresh token with client_id alone and with a wrong secret, then uses it.',
    fix: 'Authenticate confidential clients at the revocation endpoint as at the token endpoint, before the token is looked up.',
    needs: ['as.revocation', 'as.refresh', 'cfg.confidential-client', 'cfg.login'],
    negative: true,
    control: 'server/revocation/refresh-token',
    client: 'confidential-code-client',
  }),
  async ({ server, judge }) => {
    const variants = {
      'client_id without credentials': unproven(server.client),
      'wrong secret': withSecret(server.client, unique('wrong')),
    };
    for (const [name, by] of Object.entries(variants)) {
      await judge.variant(name, async () => {
        const token = await obtainRefreshToken(server, judge);
        const answer = await server.post('revocation', { token, token_type_hint: 'refresh_token' }, by);
        const expected = '401 with error=invalid_client, and a refresh token that still works';
        verifyAvailable(judge, expected, answer);
        const own = await server.refresh(token);
        verifyAvailable(judge, expected, own);
        const received = describeAnswer(answer);
        if (!carriesAccessToken(own))
          judge.fail({
            expected,
            received: `${received}; the token is then refused: ${describeAnswer(own)}`,
          });
        const refused = [400, 401].includes(answer.status);
        if (!refused || errorCode(answer) !== 'invalid_client')
          judge.warn({ expected, received: `${received}, without effect` });
      });
    }
  },
);
