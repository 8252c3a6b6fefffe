import { forUserinfo, sendBearer } from '../../../fixtures/server/resource-request.js';
import { claimsOf } from '../../../fixtures/server/token-content.js';
import { type Answer, jsonObject, mediaType } from '../../../fixtures/wire/transport.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyOpens } from '../../verify/resource-refusal.js';
import { shapeOf } from '../../verify/token-response.js';

test(
  'Userinfo answers GET and POST with JSON holding the right sub',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['OIDC Core §5.3.1', 'OIDC Core §5.3.2'],
    attack: 'One person is taken for another by clients that go by what userinfo says.',
    threats: [],
    tested:
      'Asks userinfo by GET and by POST, with the token in the header, and compares sub with the ID token.',
    fix: 'Serve userinfo by GET and POST as application/json, always with the sub that the ID token has.',
    needs: ['as.userinfo', 'as.oidc', 'cfg.login'],
    negative: false,
  }),
  async ({ server, judge }) => {
    const { accessToken, idToken } = await server.obtainTokens(forUserinfo(server));
    const expected = idToken === undefined ? undefined : claimsOf(idToken)?.sub;
    if (typeof expected !== 'string') judge.inconclusive('an ID token with a sub', 'none for scope openid');
    for (const method of ['GET', 'POST'] as const) {
      await judge.variant(method, async () => {
        const answer = await sendBearer(server, server.endpoint('userinfo'), accessToken, { method });
        verifyOpens(judge, answer);
        const sub = claimsIn(answer)?.sub;
        if (!['application/json', 'application/jwt'].includes(mediaType(answer)))
          judge.fail({
            expected: 'Content-Type application/json or application/jwt',
            received: mediaType(answer) || 'none',
          });
        if (typeof sub !== 'string') return judge.fail({ expected: 'sub, a string', received: shapeOf(sub) });
        if (sub !== expected) judge.fail({ expected: `sub of the ID token, ${expected}`, received: sub });
        if (answer.status !== 200) judge.warn({ expected: '200', received: String(answer.status) });
      });
    }
  },
);

function claimsIn(answer: Answer): Record<string, unknown> | undefined {
  return mediaType(answer) === 'application/jwt' ? claimsOf(answer.body.trim()) : jsonObject(answer);
}
