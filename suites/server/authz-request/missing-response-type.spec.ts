import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyErrorResponse } from '../../verify/authorization-response.js';

test(
  'A request without response_type is answered with invalid_request at the redirect URI',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6749 §3.1.1', 'RFC 6749 §4.1.2.1'],
    attack: 'Clients wait for ever, or get a weaker flow than they believe.',
    threats: [],
    tested:
      'Sends a correct request less its response_type, logs in if asked, and reads what reaches the redirect URI.',
    fix: 'Check response_type after client and redirect URI, and redirect with error=invalid_request and the state when it is missing.',
    needs: ['as.code', 'cfg.login'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    const request = server.authorizationRequest({ response_type: undefined });
    await verifyErrorResponse(server, judge, request, await server.authorize(request), {
      errors: ['invalid_request'],
      tolerated: ['unsupported_response_type'],
    });
  },
);
