import { test } from '../../client-test.js';
import { verifyLoggedIn } from '../../controls/client/login-completes.js';
import { requirement } from '../../requirement.js';
import { verifyAborted, verifyReceived } from '../../verify/client/aborted.js';
import { genuine, loginBy, lookAlikes, upperCase } from '../../verify/client/app-scheme-links.js';

test(
  'Responses on an app scheme are recognised by exact scheme, authority and path',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 8252 §8.10', 'RFC 8252 §7.1', 'OAuth 2.1 draft-16 §8.4.3'],
    attack: 'A response that was made for another server or app completes a login here.',
    threats: ['RFC 9700 §4.4'],
    tested:
      'Delivers right responses by look-alikes of the redirect URI, each to a login of its own, and by itself.',
    fix: 'Compare scheme, authority and path of the link with the redirect_uri that was sent, and read parameters from the query only.',
    needs: ['client.code', 'client.app-scheme', 'client.owns-pending', 'provider.any-redirect'],
    negative: true,
    control: 'client/code/login-completes',
  }),
  async ({ client, judge }) => {
    for (const [variant, spelling] of Object.entries(lookAlikes))
      await judge.variant(variant, async () => {
        await verifyAborted(client, judge, await loginBy(spelling, client, judge));
      });
    await judge.variant('the scheme in upper case', async () => {
      const login = await loginBy(upperCase, client, judge);
      verifyReceived(judge, login);
      const taken = login.tokenRequests.length > 0 ? 'taken' : 'not taken';
      judge.note(`${taken}; schemes know no case (RFC 3986 §3.1)`);
    });
    await judge.variant('the redirect URI itself', async () => {
      verifyLoggedIn(judge, await loginBy(genuine, client, judge));
    });
  },
);
