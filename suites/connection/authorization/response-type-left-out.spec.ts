import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { attemptCode } from '../../verify/connection/code-attempt.js';
import { manifestClause, said, verifyField } from '../../verify/connection/drift.js';

test(
  'response_type may not be left out, as the metadata lead to expect',
  requirement({
    level: 'SHOULD',
    severity: 'low',
    tier: 'core',
    clauses: [manifestClause, 'RFC 6749 §3.1.1', 'RFC 8414 §2'],
    attack:
      'Clients are written without it, and break at every other server and at the next release of this one.',
    threats: [],
    tested:
      'Sends a correct authorization request less its response_type, and redeems the code if there is one.',
    fix: 'Refuse a request without response_type with invalid_request; send response_type=code in any case.',
    needs: ['as.code', 'cfg.login', 'said.response-types'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    const request = server.authorizationRequest({ response_type: undefined });
    const { granted, told } = await attemptCode(server, judge, request);
    verifyField(judge, {
      field: 'connection.auth.authorizationUrl',
      // The file has no word for it: a client that it describes sends response_type=code.
      declared: undefined,
      advertised: said('response_type is required', 'response_types_supported, by RFC 6749'),
      observed: said(granted ? 'response_type may be left out' : 'response_type is required', told),
    });
  },
);
