import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { unknownClient } from '../../verify/login-page.js';
import { verifyNotRedirected } from '../../verify/no-redirect.js';

const variants = { 'an unknown client_id': unknownClient, 'no client_id': undefined };

test(
  'Unknown or absent client_id never causes a redirect',
  requirement({
    level: 'MUST NOT',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §4.1.2.1', 'RFC 6749 §10.15', 'RFC 9700 §4.11.2'],
    attack: 'Links to the trusted server send people wherever the attacker likes.',
    threats: ['RFC 9700 §4.11.2', 'RFC 6819 §4.2.4'],
    tested:
      'Sends the redirect_uri of a real client with an unknown client_id, and with none; logs in if asked first.',
    fix: 'Look the client up before anything else and show an error page when there is none; its redirect_uri is worth nothing.',
    needs: ['as.code'],
    negative: true,
    control: 'server/authz-request/request-accepted',
  }),
  async ({ server, judge }) => {
    for (const [variant, clientId] of Object.entries(variants)) {
      await judge.variant(variant, () =>
        verifyNotRedirected(server, judge, server.authorizationRequest({ client_id: clientId }), {
          errorAtClient: 'fail',
        }),
      );
    }
  },
);
