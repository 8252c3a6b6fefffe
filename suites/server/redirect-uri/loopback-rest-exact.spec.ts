import { loopbackRedirect } from '../../../fixtures/server/clients.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { type Variants, verifyVariantsRefused } from '../../verify/redirect-uri-variants.js';

/** Other hosts that lead, or seem to lead, to the same machine. */
const hosts = ['localhost', '127.0.0.2', '0.0.0.0', '127.0.0.1.evil.test', '[::ffff:127.0.0.1]'];

test(
  'Apart from the port a loopback URI must match exactly',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 8252 §8.4', 'RFC 8252 §7.3', 'OAuth 2.1 draft-16 §2.3.1'],
    attack: 'Another program or page on the machine of the user harvests the code.',
    threats: ['RFC 9700 §4.1.1', 'RFC 6819 §4.4.1.4'],
    tested:
      'Sends requests with the registered loopback redirect URI changed in path, query, scheme or host, one at a time.',
    fix: 'Leave out nothing but the port when a loopback redirect URI is compared; localhost is not 127.0.0.1.',
    needs: ['as.code', 'cfg.native-client'],
    negative: true,
    control: 'server/authz-request/request-accepted',
    client: 'native-client',
  }),
  async ({ server, judge }) => {
    const registered = loopbackRedirect(server.client) ?? '';
    const [, authority = '', path = '', query = ''] =
      /^http:\/\/(127\.0\.0\.1(?::\d+)?)([^?]*)(.*)$/.exec(registered) ?? [];
    const onHost = (host: string) => `http://${authority.replace('127.0.0.1', host)}${path}${query}`;
    const variants: Variants = {
      'another path': `http://${authority}/${path === '/other' ? 'another' : 'other'}${query}`,
      'a query': `${registered}${query === '' ? '?' : '&'}added=1`,
      'scheme https': `https://${authority}${path}${query}`,
    };
    for (const host of hosts) variants[`host ${host}`] = onHost(host);
    await verifyVariantsRefused(server, judge, variants);
  },
);
