import { unique } from '../../../fixtures/server/pkce.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import {
  backChannelAnswer,
  refusesRequest,
  verifyEndpoint,
} from '../../verify/connection/declared-endpoint.js';
import { manifestClause } from '../../verify/connection/drift.js';

test(
  'The declared revocation endpoint is the one of the server',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: [manifestClause, 'RFC 7009 §2', 'RFC 8414 §2'],
    attack: 'Logging out leaves tokens alive that everybody takes for dead.',
    threats: ['RFC 6819 §4.1.2'],
    tested: 'Compares revocationUrl with the metadata, and revokes a token there that nobody issued.',
    fix: 'Write the revocation endpoint of the server into connection.auth.revocationUrl, or leave the field out.',
    needs: ['said.revocation-endpoint'],
    negative: false,
  }),
  async ({ server, judge }) =>
    verifyEndpoint(server, judge, {
      name: 'revocation',
      field: 'revocationUrl',
      member: 'revocation_endpoint',
      absent: 'none',
      what: 'a revocation endpoint',
      probe: async () =>
        backChannelAnswer(
          judge,
          await server.post('revocation', { token: unique('token') }),
          (answer) => answer.status < 300 || refusesRequest(answer),
        ),
    }),
);
