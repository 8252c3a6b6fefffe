import { requestAccepted } from '../../controls/request-accepted.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';

test(
  'A correct request is not refused before login (control without login)',
  requirement({
    level: 'MUST',
    severity: 'info',
    tier: 'core',
    clauses: ['RFC 6749 §3.1', 'RFC 6749 §4.1.1'],
    attack: 'None: the positive control of the redirect checks that need no login.',
    threats: [],
    tested:
      'Opens, without cookies, a correct request for each redirect URI of each client, and compares a page it does not know with what an unknown client gets.',
    fix: 'Show the login page to every correct request that names a registered client and redirect URI.',
    needs: ['as.code'],
    negative: false,
  }),
  async ({ server, judge }) => {
    for (const client of server.codeClients) {
      for (const redirectUri of client.redirectUris) {
        await judge.variant(`client ${client.name}, ${redirectUri}`, () =>
          requestAccepted(server.as(client), judge, { redirect_uri: redirectUri }),
        );
      }
    }
  },
);
