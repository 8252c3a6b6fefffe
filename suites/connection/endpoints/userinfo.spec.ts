import { unique } from '../../../fixtures/server/pkce.js';
import { sendBearer } from '../../../fixtures/server/resource-request.js';
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
  'The declared userinfo endpoint is the one of the server',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: [manifestClause, 'RFC 6750 §3', 'OIDC Core §5.3'],
    attack: 'Access tokens are sent to an address that is not the userinfo endpoint.',
    threats: ['RFC 9700 §4.9.1', 'RFC 6819 §4.6.4'],
    tested: 'Compares userinfoUrl with the metadata, and asks there with a token that nobody issued.',
    fix: 'Write the userinfo endpoint of the server into connection.auth.userinfoUrl, or leave the field out.',
    needs: ['said.userinfo-endpoint'],
    negative: false,
  }),
  async ({ server, judge }) =>
    verifyEndpoint(server, judge, {
      name: 'userinfo',
      field: 'userinfoUrl',
      // RFC 8414 has no such member: that it is missing says nothing.
      member: 'userinfo_endpoint',
      what: 'a userinfo endpoint',
      probe: async () =>
        backChannelAnswer(
          judge,
          await sendBearer(server, server.endpoint('userinfo'), unique('token')),
          (answer) =>
            [400, 401, 403].includes(answer.status) ||
            refusesRequest(answer) ||
            jsonObject(answer) !== undefined,
        ),
    }),
);
