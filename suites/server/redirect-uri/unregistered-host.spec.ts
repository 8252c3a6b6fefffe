import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyNotRedirected } from '../../verify/no-redirect.js';

const foreign = 'https://evil.example/cb';

test(
  'An unregistered redirect host gets neither code nor error',
  requirement({
    level: 'MUST NOT',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 6749 §3.1.2.4', 'RFC 6749 §4.1.2.1', 'RFC 9700 §2.1', 'RFC 9700 §4.1.3'],
    attack: 'Codes are sent to a host of the attacker, and links to the server redirect anywhere.',
    threats: [
      'RFC 9700 §4.1.1',
      'RFC 9700 §4.11.2',
      'RFC 6819 §4.2.3',
      'RFC 6819 §4.2.4',
      'RFC 6819 §4.4.1.4',
      'RFC 6819 §4.4.1.7',
    ],
    tested:
      'Sends a valid request with a redirect_uri on an unrelated host, alone and with an invalid scope.',
    fix: 'Compare redirect_uri with the registered ones, character by character, and show an error page when none is equal.',
    needs: ['as.code'],
    negative: true,
    control: 'server/authz-request/request-accepted',
  }),
  async ({ server, judge }) => {
    await judge.variant('valid otherwise', () =>
      verifyNotRedirected(server, judge, server.authorizationRequest({ redirect_uri: foreign })),
    );
    await judge.variant('with an invalid scope', () =>
      verifyNotRedirected(
        server,
        judge,
        server.authorizationRequest({ redirect_uri: foreign, scope: 'harness:unknown' }),
      ),
    );
  },
);
