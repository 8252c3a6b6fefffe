import { describeAnswer, tokensIn } from '../../../fixtures/server/server-under-test.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { manifestClause, said, verifyField } from '../../verify/connection/drift.js';
import { carriesAccessToken } from '../../verify/token-refusal.js';

test(
  'Refresh tokens rotate as declared',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: [manifestClause, 'RFC 6749 §6', 'RFC 9700 §2.2.2'],
    attack:
      'A client that keeps the old token is logged out; one that expects a new one relies on a protection that is not there.',
    threats: ['RFC 9700 §4.14'],
    tested: 'Uses a refresh token and compares it with the one in the answer.',
    fix: 'Set connection.auth.refresh.rotation to whether an answer brings another refresh token.',
    needs: ['as.code', 'cfg.login', 'as.endpoints', 'said.rotation', 'as.refresh'],
    negative: false,
  }),
  async ({ server, judge }) => {
    const { refreshToken } = await server.obtainTokens();
    if (refreshToken === undefined)
      return judge.inconclusive('a refresh token for the client', 'a token response without one');
    const answer = await server.refresh(refreshToken);
    if (!carriesAccessToken(answer))
      judge.inconclusive('an answer to the refresh token', describeAnswer(answer));
    const next = tokensIn(answer).refreshToken;
    const rotates = next !== undefined && next !== refreshToken;
    verifyField(judge, {
      field: 'connection.auth.refresh.rotation',
      declared: said(server.facts.declared.refresh?.rotation ? 'rotates' : 'stays'),
      advertised: undefined,
      observed: said(rotates ? 'rotates' : 'stays', next === undefined ? 'none in the answer' : undefined),
      instead: `refresh: { rotation: ${rotates} }`,
    });
  },
);
