import { describeAnswer } from '../../../fixtures/server/server-under-test.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { errorCode } from '../../verify/token-error.js';
import { verifyTokenResponse } from '../../verify/token-response.js';

test(
  'Success is JSON with string access_token and a known token_type',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §5.1', 'RFC 6750 §4'],
    attack: 'Clients store tokens that they cannot use, or use wrongly.',
    threats: [],
    tested: 'Redeems a code and looks at status, Content-Type and the JSON types of the members.',
    fix: 'Answer a granted token request 200, application/json, with the strings access_token and token_type (Bearer).',
    needs: ['as.code', 'cfg.login'],
    negative: false,
  }),
  async ({ server, judge }) => {
    const answer = await server.redeem(await server.obtainCode());
    if (answer.status >= 400 || errorCode(answer) !== undefined)
      judge.inconclusive('a successful token response', describeAnswer(answer));
    verifyTokenResponse(judge, answer);
  },
);
