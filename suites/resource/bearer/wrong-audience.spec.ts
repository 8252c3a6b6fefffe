import { sendBearer } from '../../../fixtures/server/resource-request.js';
import { visibleAudience } from '../../../fixtures/server/token-content.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { describeRefusal, opens, verifyKeptOut } from '../../verify/resource-refusal.js';

type Indicators = { first: string; second: string; secondUrl?: string };

test(
  'A token for another resource server is refused',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 9700 §2.3', 'RFC 9700 §4.10.2', 'RFC 9068 §4', 'RFC 8707 §2'],
    attack: 'A counterfeit or compromised resource server uses the tokens it is shown at this one.',
    threats: ['RFC 9700 §4.9.1', 'RFC 9700 §4.9.2', 'RFC 9700 §4.10', 'RFC 6819 §4.6.4', 'RFC 6819 §4.6.5'],
    tested: 'Presents a token for the second resource to the first one, and to the second for comparison.',
    fix: 'Compare the audience of each access token with the identifier of the resource, and answer 401 invalid_token.',
    needs: ['rs.url', 'as.resource-indicators', 'cfg.second-resource', 'cfg.login'],
    negative: true,
    control: 'resource/bearer/valid-token',
  }),
  async ({ server, judge }) => {
    const { first, second, secondUrl } = server.facts.server.resourceIndicators as Indicators;
    const { accessToken } = await server.obtainTokens({ resource: second });
    if (secondUrl === undefined) {
      judge.note('the second resource has no URL: that the token is good there was not seen');
    } else {
      const comparison = await sendBearer(server, secondUrl, accessToken);
      if (!opens(comparison))
        judge.inconclusive('2xx for the token at its own resource', describeRefusal(comparison));
    }
    const answer = await sendBearer(server, server.facts.server.resourceUrl as string, accessToken);
    if (opens(answer) && (await visibleAudience(server, accessToken)).includes(first))
      judge.inconclusive(`a token for ${second} alone`, `one whose audience names ${first} too`);
    verifyKeptOut(judge, answer, { statuses: [401], error: 'invalid_token' });
  },
);
