import { serviceToken } from '../../controls/service-token.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';

test(
  'Service clients get a token, without refresh token (positive control)',
  requirement({
    level: 'MUST',
    severity: 'info',
    tier: 'core',
    clauses: ['RFC 6749 §4.4', 'RFC 6749 §4.4.3'],
    attack: 'A refresh token that no service client needs is one more long-lived secret to steal.',
    threats: [],
    tested: 'Asks for a token with grant_type=client_credentials and correct authentication.',
    fix: 'Answer an authenticated client_credentials request with an access token, and leave refresh_token out.',
    needs: ['as.client-credentials', 'cfg.confidential-client'],
    negative: false,
  }),
  ({ server, judge }) => serviceToken(server, judge),
);
