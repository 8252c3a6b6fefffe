import { anonymous } from '../../../fixtures/server/client-authentication.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import {
  backChannelAnswer,
  refusesRequest,
  verifyEndpoint,
} from '../../verify/connection/declared-endpoint.js';
import { manifestClause } from '../../verify/connection/drift.js';

test(
  'The declared token endpoint is the one of the server',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: [manifestClause, 'RFC 6749 §3.2', 'RFC 6749 §5.2', 'RFC 8414 §2'],
    attack: 'Codes, secrets and refresh tokens are sent to an address that is not the token endpoint.',
    threats: ['RFC 9700 §4.4', 'RFC 6819 §4.5.4'],
    tested: 'Compares tokenUrl with the metadata, and sends an empty token request there.',
    fix: 'Write the token endpoint of the server into connection.auth.tokenUrl.',
    needs: ['said.token-endpoint'],
    negative: false,
  }),
  async ({ server, judge }) =>
    verifyEndpoint(server, judge, {
      name: 'token',
      field: 'tokenUrl',
      member: 'token_endpoint',
      absent: 'none',
      what: 'the token endpoint',
      probe: async () => backChannelAnswer(judge, await server.post('token', {}, anonymous), refusesRequest),
    }),
);
