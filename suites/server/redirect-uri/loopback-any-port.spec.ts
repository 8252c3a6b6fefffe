import { randomInt } from 'node:crypto';
import { loopbackRedirect } from '../../../fixtures/server/clients.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyDelivered } from '../../verify/delivered.js';
import { withPort } from '../../verify/redirect-uri-variants.js';

test(
  'A loopback redirect works on any port',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 8252 §7.3', 'RFC 9700 §4.1.3', 'OAuth 2.1 draft-16 §8.4.2'],
    attack: 'Native apps are forced onto fixed ports, which other programs can occupy first.',
    threats: [],
    tested:
      'With two ephemeral ports in the registered loopback redirect URI: authorize, and redeem the code.',
    fix: 'For native clients leave the port out when a redirect URI on 127.0.0.1 or [::1] is compared.',
    needs: ['as.code', 'cfg.login', 'cfg.native-client'],
    negative: false,
    control: 'server/authz-request/code-roundtrip',
    client: 'native-client',
  }),
  async ({ server, judge }) => {
    const first = randomInt(49_152, 57_344);
    for (const port of [first, first + 8_192]) {
      for (const [literal, refuse] of [['127.0.0.1', 'fail'] as const, ['[::1]', 'warn'] as const]) {
        // IPv6 may be missing where the server runs; IPv4 is what everybody uses.
        const registered = loopbackRedirect(server.client, literal);
        if (registered === undefined) continue;
        const redirect_uri = withPort(registered, port);
        await judge.variant(redirect_uri, () => verifyDelivered(server, judge, redirect_uri, refuse));
      }
    }
  },
);
