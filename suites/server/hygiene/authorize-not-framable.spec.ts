import { describeLanding } from '../../../fixtures/server/server-under-test.js';
import { header, mediaType } from '../../../fixtures/wire/transport.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { frameProtection } from '../../verify/frame-protection.js';
import { openAsUnknownClient } from '../../verify/login-page.js';

const expected = "Content-Security-Policy with frame-ancestors 'none', 'self' or named origins";

test(
  'Authorization, login and error pages cannot be framed',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 9700 §4.16', 'RFC 6749 §10.13', 'OAuth 2.1 draft-16 §7.11'],
    attack: 'An invisible frame makes people click on approval or type into the login.',
    threats: ['RFC 9700 §4.16', 'RFC 6819 §4.4.1.9'],
    tested:
      'Opens a correct request as far as the login page, and one of an unknown client, and reads their headers.',
    fix: "Send Content-Security-Policy: frame-ancestors 'none' with every page of the authorization server.",
    needs: ['as.code', 'as.html-login'],
    negative: true,
    control: 'server/authz-request/request-accepted',
  }),
  async ({ server, judge }) => {
    const request = server.authorizationRequest();
    await judge.variant('login page', async () => {
      const landing = await server.open(request);
      if (landing.kind !== 'page' || !mediaType(landing.answer).includes('html'))
        judge.inconclusive('an HTML login page', describeLanding(landing));
      const found = frameProtection(landing.answer);
      if (found === 'policy') return;
      if (found === 'legacy header')
        return judge.warn({
          expected,
          received: `X-Frame-Options: ${header(landing.answer, 'x-frame-options')} only`,
        });
      if (found === 'script') return judge.warn({ expected, received: 'a frame-busting script only' });
      judge.fail({
        expected,
        received: found === 'none' ? 'neither that nor X-Frame-Options' : 'frame-ancestors open to any site',
      });
    });
    await judge.variant('error page', async () => {
      const landing = await openAsUnknownClient(server, request);
      if (landing.kind !== 'page' || !mediaType(landing.answer).includes('html'))
        return judge.note(`no HTML to frame: ${describeLanding(landing)}`);
      const found = frameProtection(landing.answer);
      if (found !== 'policy' && found !== 'legacy header')
        judge.warn({ expected: `${expected}, or X-Frame-Options`, received: `${found} on the error page` });
    });
  },
);
