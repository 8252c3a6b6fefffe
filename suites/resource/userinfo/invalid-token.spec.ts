import { forUserinfo, sendBearer } from '../../../fixtures/server/resource-request.js';
import { tokensIn } from '../../../fixtures/server/server-under-test.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { changed, madeUp } from '../../verify/bad-tokens.js';
import { describeRefusal, opens, verifyChallenged } from '../../verify/resource-refusal.js';

test(
  'Userinfo refuses missing and invalid tokens with a Bearer challenge',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['OIDC Core §5.3.3', 'RFC 6750 §3', 'RFC 6750 §3.1'],
    attack: 'Anybody who guesses or makes up a token reads identity data.',
    threats: ['RFC 6819 §4.6.3'],
    tested:
      'Asks userinfo without a token, with a random one, a changed one, and with the browser’s cookies alone.',
    fix: 'Answer userinfo for a valid access token only, and 401 with WWW-Authenticate: Bearer otherwise.',
    needs: ['as.userinfo', 'as.code', 'cfg.login'],
    negative: true,
    control: 'resource/userinfo/claims',
  }),
  async ({ server, judge }) => {
    const url = server.endpoint('userinfo');
    const browser = server.newUserAgent();
    const { accessToken } = tokensIn(
      await server.redeem(await server.obtainCode(forUserinfo(server), browser)),
    );
    const valid = await sendBearer(server, url, accessToken);
    if (!opens(valid)) judge.inconclusive('2xx for a valid access token', describeRefusal(valid));
    const cookie = await browser.cookiesFor(url);
    const variants = {
      'no token': { token: undefined, error: undefined, headers: {} },
      'random token': { token: madeUp(), error: 'invalid_token', headers: {} },
      'one character changed': { token: changed(accessToken), error: 'invalid_token', headers: {} },
      'cookies of the logged-in browser': { token: undefined, error: undefined, headers: { cookie } },
    };
    for (const [name, { token, error, headers }] of Object.entries(variants)) {
      await judge.variant(name, async () => {
        if ('cookie' in headers && cookie === '') return judge.note('the browser has none for this URL');
        verifyChallenged(judge, await sendBearer(server, url, token, { headers }), error);
      });
    }
  },
);
