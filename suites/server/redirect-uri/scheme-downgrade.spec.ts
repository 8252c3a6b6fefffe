import { describeLanding } from '../../../fixtures/server/server-under-test.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { redirectOf } from '../../verify/no-redirect.js';
import { verifyVariantsRefused } from '../../verify/redirect-uri-variants.js';

test(
  'http in place of a registered https URI is refused',
  requirement({
    level: 'MUST NOT',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 9700 §2.6', 'RFC 9700 §4.1.3', 'RFC 6749 §3.1.2.1'],
    attack: 'The code travels unencrypted, and is read or replaced on the network.',
    threats: ['RFC 9700 §4.1.1', 'RFC 6819 §4.4.1.1', 'RFC 6819 §4.4.1.5', 'RFC 6819 §4.4.1.6'],
    tested:
      'Sends requests with a registered https redirect URI under the scheme http, then HTTPS in capitals.',
    fix: 'Compare redirect_uri with the registered ones as whole strings, the scheme included.',
    needs: ['as.code', 'cfg.https-redirect'],
    negative: true,
    control: 'server/authz-request/request-accepted',
    client: 'https-redirect',
  }),
  async ({ server, judge }) => {
    const registered = server.client.redirectUris.find((uri) => uri.startsWith('https://')) ?? '';
    const rest = registered.slice('https'.length);
    await verifyVariantsRefused(server, judge, { 'scheme http': `http${rest}` });
    // The browser is not led astray by this one; the comparison is not that of strings, which is all there is to say.
    await judge.variant('scheme in capitals', async () => {
      const request = server.authorizationRequest({ redirect_uri: `HTTPS${rest}` });
      const landing = await redirectOf(server, judge, request);
      if (landing !== undefined)
        judge.warn({
          expected: 'a refusal, by simple string comparison',
          received: describeLanding(landing),
        });
    });
  },
);
