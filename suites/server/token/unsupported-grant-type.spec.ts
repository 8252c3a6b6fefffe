import { asAuthenticated } from '../../../fixtures/server/token-parameters.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyTokenError } from '../../verify/token-error.js';

test(
  'An unknown grant_type gives unsupported_grant_type',
  requirement({
    level: 'MUST',
    severity: 'low',
    tier: 'core',
    clauses: ['RFC 6749 §5.2'],
    attack: 'Clients cannot tell which grants are served.',
    threats: [],
    tested: 'POSTs grant_type=urn:harness:none with the identification of a client.',
    fix: 'Answer a grant_type that is not served 400 with error=unsupported_grant_type.',
    needs: ['as.endpoints'],
    negative: true,
    control: 'the token endpoint issues a token',
  }),
  async ({ server, judge }) => {
    const answer = await asAuthenticated(server).tokenRequest({ grant_type: 'urn:harness:none' });
    verifyTokenError(judge, answer, {
      error: 'unsupported_grant_type',
      tolerated: ['invalid_request', 'unauthorized_client'],
      toleratedStatus: (status) => status < 500,
    });
  },
);
