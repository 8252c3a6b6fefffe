import { forResource, sendBearer } from '../../../fixtures/server/resource-request.js';
import { header } from '../../../fixtures/wire/transport.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { describeRefusal, opens, verifyKeptOut } from '../../verify/resource-refusal.js';

test(
  'A token in the query string is not accepted',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['OAuth 2.1 draft-16 §5.1', 'RFC 9700 §4.3.2', 'RFC 6750 §2.3'],
    attack: 'Clients put tokens into URLs, and so into logs, browser history and referrers.',
    threats: ['RFC 9700 §4.3.2', 'RFC 6819 §4.6.6', 'RFC 6819 §4.6.7'],
    tested: 'Requests the resource with a valid access token in the query and no Authorization header.',
    fix: 'Read access tokens from the Authorization header only.',
    needs: ['rs.url', 'cfg.login'],
    negative: true,
    control: 'resource/bearer/valid-token',
  }),
  async ({ server, judge }) => {
    const url = new URL(server.facts.server.resourceUrl as string);
    const { accessToken } = await server.obtainTokens(forResource(server));
    url.searchParams.append('access_token', accessToken);
    const answer = await sendBearer(server, url.href, undefined);
    if (!opens(answer)) return verifyKeptOut(judge, answer, { statuses: [401, 400] });
    const caching = header(answer, 'cache-control') ?? 'none';
    const received = `${describeRefusal(answer)}, Cache-Control: ${caching} (RFC 6750 §2.3 recommends private)`;
    judge.failFor('oauth2.1', { expected: '401 or 400', received });
  },
);
