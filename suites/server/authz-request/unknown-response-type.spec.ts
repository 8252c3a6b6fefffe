import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyErrorResponse } from '../../verify/authorization-response.js';

test(
  'An unknown response_type is answered with unsupported_response_type',
  requirement({
    level: 'MUST',
    severity: 'low',
    tier: 'core',
    clauses: ['RFC 6749 §3.1.1', 'RFC 6749 §4.1.2.1'],
    attack: 'Clients cannot tell what is wrong with their request.',
    threats: [],
    tested: 'Sends response_type=harness_unknown in an otherwise correct request and logs in if asked.',
    fix: 'Redirect with error=unsupported_response_type and the state when response_type is none that is served.',
    needs: ['as.code', 'cfg.login'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    const request = server.authorizationRequest({ response_type: 'harness_unknown' });
    await verifyErrorResponse(server, judge, request, await server.authorize(request), {
      errors: ['unsupported_response_type'],
      tolerated: ['invalid_request', 'unauthorized_client'],
    });
  },
);
