import { randomInt } from 'node:crypto';
import { loopbackRedirect } from '../../../fixtures/server/clients.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { attemptCode } from '../../verify/connection/code-attempt.js';
import { manifestClause, said, verifyField } from '../../verify/connection/drift.js';
import { withPort } from '../../verify/redirect-uri-variants.js';

test(
  'A declared loopback redirect URI without port works on every port',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: [manifestClause, 'RFC 8252 §7.3'],
    attack: 'Logins fail on every machine where the port that works is taken.',
    threats: [],
    tested: 'Logs in with an ephemeral port in the declared loopback redirect URI, and redeems the code.',
    fix: 'Declare the port that is registered, or have the server leave the port out when it compares loopback URIs.',
    needs: ['as.code', 'cfg.login', 'as.endpoints', 'said.any-port'],
    negative: false,
  }),
  async ({ server, judge }) => {
    const uri = loopbackRedirect(server.client) ?? loopbackRedirect(server.client, '[::1]') ?? '';
    const tried = withPort(uri, randomInt(49_152, 65_536));
    const asDeclared = await attemptCode(server, judge, server.authorizationRequest({ redirect_uri: uri }));
    const elsewhere = await attemptCode(server, judge, server.authorizationRequest({ redirect_uri: tried }));
    if (!asDeclared.granted && !elsewhere.granted)
      judge.inconclusive('a login at the declared redirect URI', asDeclared.told);
    verifyField(judge, {
      field: 'connection.auth.redirect.redirectUrl',
      declared: said('works on every port', 'a native client, and no port'),
      advertised: undefined,
      observed: elsewhere.granted
        ? said('works on every port')
        : said('works without port only', `${tried}: ${elsewhere.told}`),
      instead: 'the port that is registered',
    });
  },
);
