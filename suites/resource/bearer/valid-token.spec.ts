import { forResource, sendBearer } from '../../../fixtures/server/resource-request.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { describeRefusal, opens, verifyOpens } from '../../verify/resource-refusal.js';
import { verifyAvailable } from '../../verify/unavailable.js';

test(
  "A valid token in the Authorization header is accepted, whatever the scheme's case (positive control)",
  requirement({
    level: 'MUST',
    severity: 'info',
    tier: 'core',
    clauses: ['RFC 6750 §2.1', 'RFC 9110 §11.1', 'OAuth 2.1 draft-16 §5.1.1'],
    attack: 'None: a positive control.',
    threats: [],
    tested: 'Requests the resource with a fresh access token after Bearer, bearer and BEARER.',
    fix: 'Compare the name of the authentication scheme without regard to case.',
    needs: ['rs.url', 'cfg.login'],
    negative: false,
  }),
  async ({ server, judge }) => {
    const url = server.facts.server.resourceUrl as string;
    const { accessToken } = await server.obtainTokens(forResource(server));
    verifyOpens(judge, await sendBearer(server, url, accessToken));
    for (const scheme of ['bearer', 'BEARER']) {
      await judge.variant(scheme, async () => {
        const answer = await sendBearer(server, url, accessToken, { scheme });
        const expected = '2xx, as for Bearer';
        verifyAvailable(judge, expected, answer);
        if (!opens(answer)) judge.warn({ expected, received: describeRefusal(answer) });
      });
    }
  },
);
