import { declaredRedirect } from '../../../fixtures/server/declared-fields.js';
import { landedAt } from '../../../fixtures/server/landed-at.js';
import { describeLanding } from '../../../fixtures/server/server-under-test.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { grantsIn } from '../../verify/authorization-response.js';
import { manifestClause, said, verifyField } from '../../verify/connection/drift.js';
import { nothingThere } from '../../verify/connection/nothing-there.js';
import { stageIn } from '../../verify/login-page.js';
import { verifyAvailable } from '../../verify/unavailable.js';

test(
  'The declared redirect URI is registered for the client',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: [manifestClause, 'RFC 6749 §3.1.2', 'RFC 9700 §4.1.3'],
    attack: 'Nobody can log in, since the server refuses the redirect URI or sends the code elsewhere.',
    threats: [],
    tested: 'Opens an authorization request with the redirect URI of connection.auth.redirect, and logs in.',
    fix: 'Register the redirect URI at the server, or write into connection.auth.redirect the one that is registered.',
    needs: ['as.code', 'cfg.login', 'said.redirect'],
    negative: false,
  }),
  async ({ server, judge }) => {
    const declared = declaredRedirect(server.facts.declared) ?? '';
    const request = server.authorizationRequest({ redirect_uri: declared });
    const landing = await server.authorize(request, server.newUserAgent([declared]));
    verifyAvailable(judge, 'a decision about the redirect URI', landing.answer);
    if (stageIn(server, landing) !== 'other' || nothingThere(landing.answer))
      judge.inconclusive('a decision about the redirect URI', describeLanding(landing));
    const arrives = landing.kind === 'redirect' && landedAt(landing.location, declared);
    if (arrives && !grantsIn(landing).includes('code')) judge.note(describeLanding(landing));
    verifyField(judge, {
      field: 'connection.auth.redirect',
      declared: said(declared),
      advertised: undefined,
      observed: arrives ? said(declared) : said(describeLanding(landing)),
      instead: 'a redirect URI that is registered for the client',
    });
  },
);
