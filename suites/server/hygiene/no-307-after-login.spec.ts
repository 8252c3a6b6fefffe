import { describeLanding } from '../../../fixtures/server/server-under-test.js';
import { withoutIdentifiers } from '../../../fixtures/user-agent/page.js';
import { bare } from '../../../fixtures/wire/transport.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { grantsIn } from '../../verify/authorization-response.js';
import { recordingHops } from '../../verify/recorded-hops.js';

const repeating = [307, 308];
const expected = '303 in answer to a submitted form';

test(
  'Redirects that answer a credential POST never use 307 or 308',
  requirement({
    level: 'MUST NOT',
    severity: 'critical',
    tier: 'core',
    clauses: [
      'RFC 9700 §4.12',
      'OAuth 2.1 draft-16 §7.5.3',
      'OAuth 2.1 draft-16 §1.6',
      'RFC 9110 §15.4.8',
      'RFC 9110 §15.4.9',
    ],
    attack: 'The browser repeats the login form, password included, to the client.',
    threats: ['RFC 9700 §4.12'],
    tested:
      'Records every redirect from the authorization request over login and approval to the redirect URI.',
    fix: 'Answer submitted forms with 303 See Other.',
    needs: ['as.code', 'cfg.login'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    const userAgent = recordingHops(server.newUserAgent());
    const request = server.authorizationRequest();
    const landing = await server.authorize(request, userAgent);
    const redirectUri = bare(request.parameters.redirect_uri ?? '');
    const posts = userAgent.recorded.filter(({ method }) => method === 'POST');
    const replayed = posts.find(({ status }) => repeating.includes(status));
    if (replayed !== undefined)
      judge.fail({
        expected,
        received: `${replayed.status} from ${withoutIdentifiers(replayed.from)} to ${withoutIdentifiers(replayed.to)}`,
      });
    if (grantsIn(landing).length === 0) judge.inconclusive('a completed login', describeLanding(landing));
    for (const { status, from } of posts)
      if (status === 301 || status === 302)
        judge.warn({ expected, received: `${status} from ${withoutIdentifiers(from)}` });
    for (const { method, status, from, to } of userAgent.recorded) {
      if (method === 'POST' || !repeating.includes(status)) continue;
      const observed = `${status} from ${withoutIdentifiers(from)} to ${withoutIdentifiers(to)} in answer to ${method}`;
      if (to === redirectUri) judge.warn({ expected: '303 or 302 to the redirect URI', received: observed });
      else judge.note(observed);
    }
    if (posts.length === 0) judge.note('no submitted form was answered with a redirect');
  },
);
