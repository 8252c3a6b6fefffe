import { describeLanding } from '../../../fixtures/server/server-under-test.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyEndpoint } from '../../verify/connection/declared-endpoint.js';
import { manifestClause } from '../../verify/connection/drift.js';
import { nothingThere } from '../../verify/connection/nothing-there.js';
import { stageIn } from '../../verify/login-page.js';
import { verifyAvailable } from '../../verify/unavailable.js';

test(
  'The declared authorization endpoint is the one of the server',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: [manifestClause, 'RFC 6749 §3.1', 'RFC 8414 §2'],
    attack: 'People type their password into a page that is not the login of the server.',
    threats: ['RFC 6819 §4.2.1'],
    tested: 'Compares authorizationUrl with the metadata, and opens a correct authorization request there.',
    fix: 'Write the authorization endpoint of the server into connection.auth.authorizationUrl.',
    needs: ['as.code', 'said.authorization-endpoint'],
    negative: false,
  }),
  async ({ server, judge }) =>
    verifyEndpoint(server, judge, {
      name: 'authorization',
      field: 'authorizationUrl',
      member: 'authorization_endpoint',
      absent: 'none',
      what: 'the authorization endpoint',
      async probe() {
        const landing = await server.open(server.authorizationRequest());
        verifyAvailable(judge, 'an answer of the endpoint', landing.answer);
        const told = describeLanding(landing);
        if (landing.kind === 'redirect') return { fits: true, told: 'it redirects' };
        if (nothingThere(landing.answer)) return { fits: false, told };
        // A page that refuses the request is one of the endpoint's; any other has to be the login that the file describes.
        const stage = stageIn(server, landing);
        const known = typeof server.facts.login === 'object' && landing.answer.status < 400;
        return { fits: !known || stage !== 'other', told: stage === 'other' ? told : `its ${stage} page` };
      },
    }),
);
