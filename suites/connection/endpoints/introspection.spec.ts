import { clientRoles } from '../../../fixtures/server/clients.js';
import { unique } from '../../../fixtures/server/pkce.js';
import { jsonObject } from '../../../fixtures/wire/transport.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import {
  backChannelAnswer,
  refusesRequest,
  verifyEndpoint,
} from '../../verify/connection/declared-endpoint.js';
import { manifestClause } from '../../verify/connection/drift.js';

test(
  'The declared introspection endpoint is the one of the server',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: [manifestClause, 'RFC 7662 §2', 'RFC 8414 §2'],
    attack: 'Tokens are sent to an address that cannot tell live ones from dead ones.',
    threats: [],
    tested: 'Compares introspectionUrl with the metadata, and asks there about a token that nobody issued.',
    fix: 'Write the introspection endpoint of the server into connection.auth.introspectionUrl, or leave the field out.',
    needs: ['said.introspection-endpoint'],
    negative: false,
  }),
  async ({ server, judge }) => {
    const entitled = server.facts.clients.find(clientRoles['introspection-client']) ?? server.client;
    await verifyEndpoint(server, judge, {
      name: 'introspection',
      field: 'introspectionUrl',
      member: 'introspection_endpoint',
      absent: 'none',
      what: 'an introspection endpoint',
      probe: async () =>
        backChannelAnswer(
          judge,
          await server.as(entitled).post('introspection', { token: unique('token') }),
          (answer) => typeof jsonObject(answer)?.active === 'boolean' || refusesRequest(answer),
        ),
    });
  },
);
